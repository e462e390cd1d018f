import { gunzipSync } from 'node:zlib';

/** What the index says of an article. */
export interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

export const ofSearch = (tree: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> =>
  new Map([...tree].filter(([name]) => name.startsWith('pagefind/')));

/** The articles of every index of a built site, by address. */
export function fragmentsOf(tree: ReadonlyMap<string, Buffer>): readonly Fragment[] {
  return [...ofSearch(tree)]
    .filter(([name]) => name.endsWith('.pf_fragment'))
    .map(([, bytes]) => JSON.parse(unpacked(bytes).replace(/^pagefind_dcd/, '')) as Fragment)
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** Names and contents of all files of the search, unpacked, in one searchable text. */
export function everythingIn(tree: ReadonlyMap<string, Buffer>): string {
  return [...ofSearch(tree)].map(([name, bytes]) => `${name}\n${unpacked(bytes)}`).join('\n');
}

function unpacked(bytes: Buffer): string {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}
