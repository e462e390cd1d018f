/** The bytes of blobs as `git cat-file --batch` prints them, by name; what git does not have is left out. */
export function readBlobs(printed: Buffer): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>();
  for (let at = 0; at < printed.length; ) {
    const end = printed.indexOf(0x0a, at);
    if (end < 0) break;
    const [name = '', type, size] = printed.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (type !== 'blob') continue;
    blobs.set(name, printed.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}

/** What `git cat-file --batch` is asked. */
export const asked = (blobs: Iterable<string>): string => [...blobs].map((blob) => `${blob}\n`).join('');
