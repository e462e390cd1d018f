import { html } from '../html/safe-html.ts';
import type { AddressBook } from '../pages/address-book.ts';
import { absoluteUrl, hrefOf, type SiteBase, type SitePath } from '../pages/site-path.ts';
import type { Publication } from '../publication/publication.ts';
import { MachineFile } from './machine-file.ts';
import { fileOfAddress } from './old-address.ts';
import type { Redirect } from './redirects.ts';

/** A page for every redirect, which works on any server, unless its address differs from the page’s own by capital letters alone; and `_redirects` for servers that read it. */
export function redirectFiles(
  redirects: readonly Redirect[],
  publication: Publication,
  book: AddressBook,
  base: SiteBase,
): readonly MachineFile[] {
  return [
    ...redirects
      .filter(({ spelling }) => !spelling)
      .map(
        (redirect) =>
          new MachineFile(fileOfAddress(redirect.from), () => redirectPage(redirect, publication, book, base)),
      ),
    ...(redirects.length > 0 ? [new MachineFile('/_redirects', () => redirectLines(redirects, base))] : []),
  ];
}

function redirectPage({ to }: Redirect, { site, editions }: Publication, book: AddressBook, base: SiteBase): string {
  const inSite = to.startsWith('/');
  const path = to.replace(/[?#].*$/s, '') as SitePath;
  const document = inSite ? book.at.get(path) : undefined;
  const edition = editions.find(({ prefix }) => prefix !== '' && path.startsWith(`${prefix}/`));
  const href = inSite ? hrefOf(path, base) + to.slice(path.length) : to;
  const canonical = inSite ? absoluteUrl(path, base) : to;
  const title = document?.title ?? canonical;
  return html`<!doctype html>
<html lang="${document?.language ?? edition?.language ?? site.language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${href}">
<link rel="canonical" href="${canonical}">
</head>
<body>
<p><a href="${href}">${title}</a></p>
</body>
</html>
`.markup;
}

/** The form that Netlify, Cloudflare and others read. What they would take for a pattern is left to the page. */
function redirectLines(redirects: readonly Redirect[], base: SiteBase): string {
  return redirects
    .filter(({ from }) => !/[*:\s]/.test(from))
    .map(({ from, to }) => {
      const path = to.replace(/[?#].*$/s, '');
      return `${hrefOf(from, base)} ${to.startsWith('/') ? hrefOf(path, base) + to.slice(path.length) : to} 301\n`;
    })
    .join('');
}
