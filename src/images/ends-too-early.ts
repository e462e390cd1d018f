/**
 * Whether a picture is shorter than its own structure says, found without decoding. Decoders overlook it where the
 * missing part is a late frame of an animation, or the last rows of a photo that is shrunk while it is read.
 */
export function endsTooEarly(bytes: Uint8Array): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = view.toString('latin1', 0, 12);
  if (start.startsWith('\xff\xd8')) return !jpegHasEnd(view);
  if (start.startsWith('\x89PNG')) return !view.includes('IEND');
  if (start.startsWith('RIFF')) return view.length < 12 || view.readUInt32LE(4) + 8 > view.length;
  if (start.startsWith('GIF8')) return !gifHasTrailer(view);
  if (start.startsWith('ftyp', 4)) return boxesReachBeyond(view);
  return false;
}

function jpegHasEnd(view: Buffer): boolean {
  let at = 2;
  for (;;) {
    // Within a scan 0xff is followed by 0 or by a restart marker; whatever else follows is the next segment.
    at = view.indexOf(0xff, at);
    if (at < 0) return false;
    const marker = view[at + 1];
    if (marker === undefined) return false;
    if (marker === 0xd9) return true;
    if (marker === 0xff) at += 1;
    else if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (at + 4 > view.length) return false;
    else at += 2 + view.readUInt16BE(at + 2);
  }
}

function gifHasTrailer(view: Buffer): boolean {
  const colourTable = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  let at = 13 + colourTable(view[10] ?? 0);
  while (at < view.length) {
    const block = view[at];
    if (block === 0x3b) return true;
    if (block === 0x21) at += 2;
    else if (block === 0x2c) at += 11 + colourTable(view[at + 9] ?? 0);
    else return false;
    for (let size = view[at]; size !== 0; size = view[at]) {
      if (size === undefined) return false;
      at += size + 1;
    }
    at += 1;
  }
  return false;
}

function boxesReachBeyond(view: Buffer): boolean {
  let at = 0;
  while (at + 8 <= view.length) {
    const size = view.readUInt32BE(at);
    // 0 means "to the end of the file", 1 a length of 64 bits, which no picture for the web needs.
    if (size < 8) return false;
    at += size;
  }
  return at > view.length;
}
