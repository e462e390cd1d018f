import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import { type SafeUrl, safeUrl } from '../../src/html/safe-url.ts';
import type { Words } from '../../src/language/words.ts';
import type { LinkView } from '../../src/pages/part-views.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { Policy } from '../../src/schema/site.ts';
import type { Locale } from './locale.ts';

/** Who publishes this, by which rules, and the ways to everything that no page leads to by itself. */
export function footer(site: SiteView, feed: SafeUrl | undefined, locale: Locale): SafeHtml {
  const { words, wordsMark } = locale;
  const { places, navigation } = site;
  const indexes: LinkView[] = [
    { label: words.search.title, href: places.search },
    { label: words.archive, href: places.archive },
    { label: words.allTags, href: places.tags },
    { label: words.allAuthors, href: places.authors },
    { label: words.corrections, href: places.corrections },
    ...(feed === undefined ? [] : [{ label: words.feed, href: feed }]),
  ];
  // The publication's own navigation wins where both lead to the same page.
  const own = new Set(navigation.map(({ href }) => href));
  const without = (links: readonly LinkView[]): readonly LinkView[] => links.filter(({ href }) => !own.has(href));
  return html`<footer class="footer">
<div class="footer-about">
<p class="footer-name"><a href="${site.home}">${site.name}</a></p>
${site.description !== '' && html`<p class="footer-description">${site.description}</p>`}
${contact(site)}
${site.license !== undefined && html`<p><a rel="license" href="${site.license}"${wordsMark}>${words.contentLicense}</a></p>`}
</div>
${linkList(words.moreAbout, navigation, locale, false)}
${linkList(words.policyLinks, without(policies(site, words)), locale)}
${linkList(words.archive, without(indexes), locale)}
</footer>`;
}

function policies({ policies: addresses }: SiteView, words: Words): readonly LinkView[] {
  return (Object.keys(words.policies) as Policy[]).flatMap((policy) => {
    const href = addresses[policy];
    return href === undefined ? [] : [{ label: words.policies[policy], href }];
  });
}

function contact({ contact: address }: SiteView): SafeHtml | undefined {
  const href = address === undefined ? undefined : safeUrl(`mailto:${address}`);
  return href === undefined ? undefined : html`<p><a href="${href}">${address}</a></p>`;
}

function linkList(
  name: string,
  links: readonly LinkView[],
  { wordsMark }: Locale,
  mark = wordsMark,
): SafeHtml | undefined {
  if (links.length === 0) return undefined;
  return html`<nav class="footer-links" aria-label="${name}"${mark}><p class="label" aria-hidden="true"${wordsMark}>${name}</p><ul>${links.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ul></nav>`;
}
