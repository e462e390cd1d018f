import type { SafeUrl } from '../html/safe-url.ts';

declare const brand: unique symbol;

/** Address of a page within the site, from its root and without base path: `/2025/07/04/storm/`, `/404.html`. */
export type SitePath = string & { readonly [brand]: 'SitePath' };

/** Where the site is published. `base` is empty or `/path` without slash at the end. */
export interface SiteBase {
  readonly origin: string;
  readonly base: string;
}

export function siteBase(url: string): SiteBase {
  const { origin, pathname } = new URL(url);
  return { origin, base: pathname.replace(/\/+$/, '') };
}

/**
 * The path made of these parts.
 * @throws RangeError when a part would leave the site or is no part of an address; names that editors write are checked long before.
 */
export function sitePath(...parts: readonly string[]): SitePath {
  for (const part of parts) {
    if (part === '' || part === '.' || part === '..' || /[\\/\s?#\0]/.test(part))
      throw new RangeError(`not a part of an address: ${JSON.stringify(part)}`);
  }
  const file = parts.at(-1)?.includes('.') && /\.(?:html|xml|json|txt|webmanifest)$/.test(parts.at(-1) ?? '');
  return (parts.length === 0 ? '/' : `/${parts.join('/')}${file ? '' : '/'}`) as SitePath;
}

/** File in the output that answers for a path: `2025/07/04/storm/index.html`. */
export function outputFile(path: SitePath): string {
  return path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
}

/** The path for an attribute, base path included. */
export function hrefOf(path: SitePath | string, { base }: SiteBase): SafeUrl {
  return encodeURI(`${base}${path}`) as SafeUrl;
}

/** The path with origin, for canonical links and machines. */
export function absoluteUrl(path: SitePath | string, { origin, base }: SiteBase): SafeUrl {
  return encodeURI(`${origin}${base}${path}`) as SafeUrl;
}
