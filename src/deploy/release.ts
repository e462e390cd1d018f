import { hash } from 'node:crypto';

/** How many releases a target keeps, the present one among them. */
export const KEPT_RELEASES = 10;

/** What a store answers with a file besides its bytes. */
export interface FileHeaders {
  readonly type: string;
  readonly cache: string;
  /** Address to which the store leads instead of showing the file, where it can. */
  readonly redirect?: string;
}

export interface ReleaseFile {
  /** Of the bytes, as in the manifest of the output. */
  readonly hash: string;
  readonly headers: FileHeaders;
}

/** One state of a published site, known by its content: the same files under the same headers are the same release. */
export interface Release {
  readonly id: string;
  /** By path from the root of the site. */
  readonly files: ReadonlyMap<string, ReleaseFile>;
}

export function releaseOf(files: ReadonlyMap<string, ReleaseFile>): Release {
  const lines = [...files].map(([file, { hash, headers }]) => JSON.stringify([file, hash, headers]));
  return { id: hash('sha256', lines.sort().join('\n')).slice(0, 12), files };
}

/** Whether a file stands the same in both, headers included. */
export function isSame(a: ReleaseFile | undefined, b: ReleaseFile | undefined): boolean {
  if (!a || !b) return a === b;
  const [x, y] = [a.headers, b.headers];
  return a.hash === b.hash && x.type === y.type && x.cache === y.cache && x.redirect === y.redirect;
}

/**
 * Whether a file's name changes with its bytes. It can stand before any page asks for it, and stays while a kept release
 * needs it: for readers who hold a page of yesterday.
 */
export const isLasting = (file: string): boolean => /^(?:assets|img)\//.test(file);

export const isPage = (file: string): boolean => file.endsWith('.html');

/** A release as text: `null` separates the headers that occur from the files, which name theirs by number. */
export function writeRelease({ files }: Release): string {
  const kinds = new Map<string, number>();
  const rows = [...files].map(
    ([
      file,
      {
        hash,
        headers: { type, cache, redirect },
      },
    ]) => {
      const key = JSON.stringify([type, cache, redirect ?? null]);
      if (!kinds.has(key)) kinds.set(key, kinds.size);
      return JSON.stringify([file, hash, kinds.get(key)]);
    },
  );
  return `${[...kinds.keys(), 'null', ...rows].join('\n')}\n`;
}

/** @throws SyntaxError when the text is no release. */
export function readRelease(id: string, text: string): Release {
  const lines = text.trimEnd().split('\n');
  const middle = lines.indexOf('null');
  const kinds = lines.slice(0, middle).map((line): FileHeaders => {
    const [type, cache, redirect] = JSON.parse(line) as [string, string, string | null];
    return { type, cache, ...(redirect === null ? {} : { redirect }) };
  });
  const files = lines.slice(middle + 1).map((line): [string, ReleaseFile] => {
    const [file, hash, kind] = JSON.parse(line) as [string, string, number];
    const headers = kinds[kind];
    if (!headers) throw new SyntaxError(`the record of release ${id} is damaged`);
    return [file, { hash, headers }];
  });
  return { id, files: new Map(files) };
}
