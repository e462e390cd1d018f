import mime from 'mime';
import { PAGES_CACHE } from '../metadata/response-headers.ts';
import type { FileHeaders } from './release.ts';

/** What a store answers with a file. `ruled` are the headers that `_headers` gives its address. */
export function headersOfFile(
  file: string,
  ruled: Readonly<Record<string, string>>,
  redirect: string | undefined,
): FileHeaders {
  return {
    type: ruled['Content-Type'] ?? typeOf(file),
    cache: ruled['Cache-Control'] ?? PAGES_CACHE,
    ...(redirect === undefined ? {} : { redirect }),
  };
}

function typeOf(file: string): string {
  const type = mime.getType(file) ?? 'application/octet-stream';
  return /^text\/|\/(?:json|javascript|xml)$|\+(?:json|xml)$/.test(type) ? `${type}; charset=utf-8` : type;
}

/** Where the file of a redirect leads, of the lines of `_redirects`. */
export function redirectsByFile(text: string, base: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line): [string, string][] => {
      const [from, to, status] = line.split(' ');
      if (from === undefined || to === undefined || status !== '301' || !from.startsWith(base)) return [];
      const file = decodeURIComponent(from.slice(base.length));
      return [[file === '' || file.endsWith('/') ? `${file}index.html` : file, to]];
    }),
  );
}
