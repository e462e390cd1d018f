import type { KeyPath, Problem } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../publication/publication.ts';
import type { AddressBook } from './address-book.ts';
import { resolveLink } from './links.ts';

/** Checks the addresses of this site that site.yaml names: every page shows them, so none may be missing or wait to be published. */
export function checkSiteLinks(publication: Publication, book: AddressBook): readonly Problem[] {
  const { navigation, support, policies, security } = publication.site;
  const links: readonly (readonly [KeyPath, string])[] = [
    ...navigation.map(({ href }, i) => [['navigation', i, 'href'], href] as const),
    ...(support ? [[['support', 'href'], support.href] as const] : []),
    ...(security?.policy === undefined ? [] : [[['security', 'policy'], security.policy] as const]),
    ...Object.entries(policies ?? {}).map(([policy, href]) => [['policies', policy], href] as const),
  ];
  return links.flatMap(([path, href]): Problem[] => {
    const target = href.startsWith('/') ? resolveLink(href, 'site.yaml', publication, book) : undefined;
    const place = { at: 'value', path } as const;
    if (target?.to === 'nothing')
      return [{ code: target.code, file: 'site.yaml', place, message: target.message, help: target.help }];
    if (target?.to !== 'hidden' || target.unread) return [];
    const message = `every page would link to what is not published yet: ${href}`;
    return [
      {
        code: 'link-broken',
        file: 'site.yaml',
        place,
        message,
        help: 'publish that page first, or take the link out until then',
      },
    ];
  });
}
