import { crc32 } from 'node:zlib';

/** What a picture's file keeps besides its pixels. */
export interface KeptMetadata {
  /** An XMP packet with its credit lines. */
  readonly xmp?: string | undefined;
  /** 1 to 8, as EXIF counts: how it has to be turned to stand upright. */
  readonly orientation?: number | undefined;
}

/**
 * The same picture without what its file tells of place, time, camera and editors; not one pixel is encoded anew. For
 * JPEG, PNG, WebP and GIF; undefined for bytes of any other kind, and for those that end too early.
 */
export function stripMetadata(bytes: Uint8Array, kept: KeptMetadata = {}): Uint8Array | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts = (text: string, at = 0): boolean => view.toString('latin1', at, at + text.length) === text;
  try {
    if (starts('\xff\xd8\xff')) return stripJpeg(view, kept);
    if (starts('\x89PNG\r\n\x1a\n')) return stripPng(view, kept);
    if (starts('RIFF') && starts('WEBP', 8)) return stripWebp(view, kept);
    if (starts('GIF8')) return stripGif(view, kept);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return undefined;
}

const XMP_OF_JPEG = 'http://ns.adobe.com/xap/1.0/\0';

/** ISO 10918-1, B.1: segments up to the scan. Adobe's own segment and colour profiles are needed to read the pixels. */
function stripJpeg(view: Buffer, { xmp, orientation }: KeptMetadata): Buffer {
  const out: Buffer[] = [view.subarray(0, 2)];
  if (orientation !== undefined && orientation > 1) out.push(jpegSegment(0xe1, exifOf(orientation)));
  if (xmp !== undefined) out.push(jpegSegment(0xe1, Buffer.from(XMP_OF_JPEG + xmp)));
  let at = 2;
  while (view[at] === 0xff && view[at + 1] !== 0xda && view[at + 1] !== 0xd9) {
    const marker = view[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const end = at + 2 + view.readUInt16BE(at + 2);
    const isComment = marker === 0xfe;
    const isApplication = marker >= 0xe1 && marker <= 0xef;
    const isProfile = marker === 0xe2 && view.toString('latin1', at + 4, at + 15) === 'ICC_PROFILE';
    if (!isComment && (!isApplication || isProfile || marker === 0xee)) out.push(view.subarray(at, end));
    at = end;
  }
  if (at > view.length) throw new RangeError('a segment ends behind the file');
  // What follows the picture (a phone's second one, of depth or in motion) has metadata of its own.
  out.push(view.subarray(at, endOfScans(view, at)));
  return Buffer.concat(out);
}

/** Just behind the end of the picture whose first scan begins here; the end of the file where it has none. */
function endOfScans(view: Buffer, start: number): number {
  for (let at = start; at >= 0 && at + 1 < view.length; ) {
    const marker = view[at + 1] ?? 0;
    if (marker === 0xd9) return at + 2;
    const isData = marker === 0 || (marker >= 0xd0 && marker <= 0xd7);
    if (marker === 0xff) at++;
    else at = view.indexOf(0xff, isData ? at + 2 : at + 2 + view.readUInt16BE(at + 2));
  }
  return view.length;
}

function jpegSegment(marker: number, data: Buffer): Buffer {
  if (data.length > 65_533) return Buffer.alloc(0);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** `Exif`, and a TIFF of one field: the orientation. */
function exifOf(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

// Chunks that say how the pixels are to be read; everything else a viewer may ignore (PNG, third edition, 11).
const PNG_KEPT =
  /^(?:IHDR|PLTE|IDAT|IEND|tRNS|cHRM|gAMA|iCCP|sBIT|sRGB|cICP|mDCV|cLLI|bKGD|hIST|pHYs|sPLT|acTL|fcTL|fdAT)$/;

function stripPng(view: Buffer, { xmp, orientation }: KeptMetadata): Buffer {
  const out: Buffer[] = [view.subarray(0, 8)];
  for (let at = 8; at < view.length; ) {
    const end = at + 12 + view.readUInt32BE(at);
    const type = view.toString('latin1', at + 4, at + 8);
    if (end > view.length) throw new RangeError('a chunk ends behind the file');
    if (PNG_KEPT.test(type)) out.push(view.subarray(at, end));
    if (type === 'IHDR') {
      if (xmp !== undefined) out.push(pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)));
      if (orientation !== undefined && orientation > 1) out.push(pngChunk('eXIf', exifOf(orientation).subarray(6)));
    }
    at = end;
    if (type === 'IEND') break;
  }
  return Buffer.concat(out);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [head, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  head.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, sum]);
}

const [HAS_XMP, HAS_EXIF] = [0x04, 0x08];

/** RFC 9649. A file without VP8X has no metadata, and no place for a credit. */
function stripWebp(view: Buffer, { xmp }: KeptMetadata): Buffer {
  const out: Buffer[] = [];
  let extended = false;
  for (let at = 12; at + 8 <= view.length; ) {
    const type = view.toString('latin1', at, at + 4);
    const size = view.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > view.length + 1) throw new RangeError('a chunk ends behind the file');
    if (type === 'VP8X') {
      const chunk = Buffer.from(view.subarray(at, end));
      chunk[8] = ((chunk[8] ?? 0) & ~(HAS_XMP | HAS_EXIF)) | (xmp === undefined ? 0 : HAS_XMP);
      extended = true;
      out.push(chunk);
    } else if (/^(?:VP8 |VP8L|ALPH|ANIM|ANMF|ICCP)$/.test(type)) out.push(view.subarray(at, end));
    at = end;
  }
  if (xmp !== undefined && extended) {
    const packet = Buffer.from(xmp);
    const head = Buffer.alloc(8);
    head.write('XMP ', 'latin1');
    head.writeUInt32LE(packet.length, 4);
    out.push(head, packet, Buffer.alloc(packet.length % 2));
  }
  const body = Buffer.concat(out);
  const head = Buffer.alloc(12);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length + 4, 4);
  head.write('WEBP', 8, 'latin1');
  return Buffer.concat([head, body]);
}

/** GIF89a: comments go, and applications' own blocks but for the one that repeats an animation. */
function stripGif(view: Buffer, { xmp }: KeptMetadata): Buffer {
  const out: Buffer[] = [];
  const flags = view.readUInt8(10);
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  out.push(view.subarray(0, at));
  if (xmp !== undefined) out.push(gifXmp(xmp));
  while (at < view.length && view[at] !== 0x3b) {
    const start = at;
    const isExtension = view[at] === 0x21;
    const label = view[at + 1];
    if (isExtension) at += 2;
    else {
      const local = view.readUInt8(at + 9);
      at += 10 + (local & 0x80 ? 3 * 2 ** ((local & 7) + 1) : 0) + 1;
    }
    const name = view.toString('latin1', at + 1, at + 12);
    while (view.readUInt8(at) !== 0) at += view.readUInt8(at) + 1;
    at++;
    const goes = isExtension && (label === 0xfe || (label === 0xff && !/^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(name)));
    if (!goes) out.push(view.subarray(start, at));
  }
  out.push(Buffer.from([0x3b]));
  return Buffer.concat(out);
}

/** XMP Specification, part 3, 1.1.2: the packet as it is, and a trailer that leads any reader of sub-blocks to the end. */
function gifXmp(xmp: string): Buffer {
  const trailer = Buffer.from([1, ...Array.from({ length: 256 }, (_, i) => 255 - i), 0]);
  return Buffer.concat([Buffer.from('\x21\xff\x0bXMP DataXMP', 'latin1'), Buffer.from(xmp), trailer]);
}
