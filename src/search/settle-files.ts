import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { arrayItems, arrayOf, textOf } from './cbor-spans.ts';

/** The files of an index by their paths in it. */
export type IndexFiles = ReadonlyMap<string, Buffer>;

// What the content of every file begins with, once it is unpacked.
const SIGNATURE = 'pagefind_dcd';
const ENTRY = 'pagefind-entry.json';

interface Entry {
  readonly languages: Readonly<Record<string, { readonly hash: string; readonly wasm: string | null }>>;
}

/**
 * The same index with bytes that depend on its content alone. Pagefind keeps the values of each filter, and the filters
 * themselves, in the order of a hash table that is seeded anew in each run; here both are sorted, and named by what they
 * hold as before. Of the files that come with every index only those stay that a reader's browser loads.
 */
export function settleFiles(files: IndexFiles): IndexFiles {
  const settled = new Map([...files].filter(([name]) => /^(?:index|fragment)\//.test(name)));
  const renamed = new Map<string, string>();
  for (const [name, bytes] of files) {
    const hash = /^filter\/(.+)\.pf_filter$/.exec(name)?.[1];
    if (hash === undefined) continue;
    const sorted = packed(sortFilter(unpacked(bytes)));
    const own = nameLike(hash, sorted);
    renamed.set(hash, own);
    settled.set(`filter/${own}.pf_filter`, sorted);
  }
  const entry = JSON.parse(String(files.get(ENTRY))) as Entry;
  const languages = Object.entries(entry.languages).map(([language, about]) => {
    const meta = packed(sortMeta(unpacked(fileOf(files, `pagefind.${about.hash}.pf_meta`)), renamed));
    const hash = nameLike(about.hash, meta);
    settled.set(`pagefind.${hash}.pf_meta`, meta);
    const wasm = `wasm.${about.wasm ?? 'unknown'}.pagefind`;
    settled.set(wasm, fileOf(files, wasm));
    return [language, { ...about, hash }] as const;
  });
  settled.set(ENTRY, Buffer.from(JSON.stringify({ ...entry, languages: Object.fromEntries(languages) })));
  for (const name of ['pagefind.js', 'pagefind-worker.js']) settled.set(name, fileOf(files, name));
  return settled;
}

/** `[name, [[value, pages], …]]` */
function sortFilter(filter: Buffer): Buffer {
  const [name = Buffer.alloc(0), values = Buffer.alloc(0)] = arrayItems(filter, 0);
  return arrayOf([name, arrayOf(arrayItems(values, 0).toSorted(Buffer.compare))]);
}

/** `[version, pages, chunks, [[filter, its hash], …], …]` */
function sortMeta(meta: Buffer, renamed: ReadonlyMap<string, string>): Buffer {
  const items = arrayItems(meta, 0).map((item, i) => {
    if (i !== 3) return item;
    const filters = arrayItems(item, 0).map((filter) => {
      const hash = textOf(arrayItems(filter, 0)[1] ?? filter);
      return Buffer.from(filter.toString('latin1').replace(hash, renamed.get(hash) ?? hash), 'latin1');
    });
    return arrayOf(filters.toSorted(Buffer.compare));
  });
  return arrayOf(items);
}

/** `en_` and as many digits of the content's hash as Pagefind takes. */
function nameLike(name: string, content: Buffer): string {
  const digits = name.lastIndexOf('_') + 1;
  return (
    name.slice(0, digits) +
    createHash('sha256')
      .update(content)
      .digest('hex')
      .slice(0, name.length - digits)
  );
}

function unpacked(bytes: Buffer): Buffer {
  const content = gunzipSync(bytes);
  if (content.toString('latin1', 0, SIGNATURE.length) !== SIGNATURE) throw new RangeError('not a file of Pagefind');
  return content.subarray(SIGNATURE.length);
}

function packed(content: Buffer): Buffer {
  return gzipSync(Buffer.concat([Buffer.from(SIGNATURE), content]), { level: 9 });
}

function fileOf(files: IndexFiles, name: string): Buffer {
  const found = files.get(name);
  if (found === undefined) throw new RangeError(`Pagefind wrote no ${name}`);
  return found;
}
