import path from 'node:path';

/** Where a site was built to stand, and which files it has. */
export interface MirroredSite {
  /** `/` or `/a/b/`. */
  readonly base: string;
  readonly has: (file: string) => boolean;
}

/**
 * An address from the root of the site as one from the file that names it, down to the file that answers: `/2025/` in
 * `tag/sea/index.html` is `../../2025/index.html`. Any other address comes back as it is.
 */
export function relativeAddress(address: string, from: string, { base, has }: MirroredSite): string {
  if (!`${address}/`.startsWith(base) || address.startsWith('//')) return address;
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) ?? [];
  const file = fileAt(place, has);
  // A page that leads to a place in itself needs no name.
  if (file === from && rest.startsWith('#')) return rest;
  const relative = path.posix.relative(path.posix.dirname(`/${from}`), `/${file}`);
  return relative + rest;
}

function fileAt(place: string, has: MirroredSite['has']): string {
  if (place === '' || place.endsWith('/')) return `${place}index.html`;
  return !has(decodeURI(place)) && has(`${decodeURI(place)}/index.html`) ? `${place}/index.html` : place;
}
