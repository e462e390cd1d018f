import type { SafeUrl } from '../html/safe-url.ts';
import { directionOf } from '../language/language.ts';
import { frontPath } from '../pages/addresses.ts';
import type { PageContext } from '../pages/page-context.ts';

/** `/manifest.webmanifest`: name and icon for who puts the site on the home screen. It stays a site of pages, with the browser's own buttons. */
export function webManifest(context: PageContext, assets: Readonly<Record<string, SafeUrl>>): string {
  const { site } = context.publication;
  const icons = [
    { name: 'icons/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    { name: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { name: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
  ].flatMap(({ name, sizes, type }) => (assets[name] === undefined ? [] : [{ src: assets[name], sizes, type }]));
  const start = context.href(frontPath(context.edition));
  const manifest = {
    name: site.name,
    lang: site.language,
    dir: directionOf(site.language),
    id: start,
    start_url: start,
    scope: start,
    display: 'minimal-ui',
    icons,
  };
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
