/*
 * The little of CBOR (RFC 8949) that Pagefind writes: unsigned and negative integers, text, and arrays of known length.
 */

/** The items of the array at `start`, each from its first byte to the one after its last. @throws RangeError when there is no such array. */
export function arrayItems(bytes: Buffer, start: number): readonly Buffer[] {
  const head = headAt(bytes, start);
  if (head.major !== 4) throw new RangeError(`no array at byte ${start}`);
  const items: Buffer[] = [];
  let at = head.end;
  for (let i = 0; i < head.value; i++) {
    const end = endOf(bytes, at);
    items.push(bytes.subarray(at, end));
    at = end;
  }
  return items;
}

/** An array of items that are encoded already. */
export function arrayOf(items: readonly Buffer[]): Buffer {
  return Buffer.concat([arrayHead(items.length), ...items]);
}

/** @throws RangeError when the item is not text. */
export function textOf(item: Buffer): string {
  const { major, end } = headAt(item, 0);
  if (major !== 3) throw new RangeError('not a text');
  return item.toString('utf8', end);
}

function endOf(bytes: Buffer, start: number): number {
  const { major, value, end } = headAt(bytes, start);
  if (major === 0 || major === 1) return end;
  if (major === 3) return end + value;
  if (major !== 4) throw new RangeError(`an item of major type ${major} at byte ${start}`);
  let at = end;
  for (let i = 0; i < value; i++) at = endOf(bytes, at);
  return at;
}

function headAt(bytes: Buffer, start: number): { major: number; value: number; end: number } {
  const first = bytes.readUInt8(start);
  const [major, short] = [first >> 5, first & 31];
  if (short < 24) return { major, value: short, end: start + 1 };
  if (short > 26) throw new RangeError(`a length of unknown form at byte ${start}`);
  const size = 2 ** (short - 24);
  return { major, value: bytes.readUIntBE(start + 1, size), end: start + 1 + size };
}

function arrayHead(length: number): Buffer {
  if (length < 24) return Buffer.from([0x80 | length]);
  const size = length < 0x1_00 ? 1 : length < 0x1_00_00 ? 2 : 4;
  const head = Buffer.alloc(1 + size);
  head.writeUInt8(0x98 + Math.log2(size), 0);
  head.writeUIntBE(length, 1, size);
  return head;
}
