import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { LinkView, SiteView } from '../../src/pages/views.ts';
import type { Locale } from './locale.ts';

/** Who publishes this, and the ways to everything that no page leads to by itself. */
export function footer(site: SiteView, { words }: Locale): SafeHtml {
  const { places } = site;
  const indexes: LinkView[] = [
    { label: words.archive, href: places.archive },
    { label: words.allTags, href: places.tags },
    { label: words.allAuthors, href: places.authors },
    { label: words.corrections, href: places.corrections },
  ];
  // The publication's own navigation wins where both lead to the same page.
  const own = new Set(site.navigation.map(({ href }) => href));
  return html`<footer class="footer">
<div class="footer-about">
<p class="footer-name"><a href="${site.home}">${site.name}</a></p>
${site.description !== '' && html`<p class="footer-description">${site.description}</p>`}
${site.license !== undefined && html`<p><a rel="license" href="${site.license}">${words.contentLicense}</a></p>`}
</div>
${linkList(words.moreAbout, site.navigation)}
${linkList(
  words.archive,
  indexes.filter(({ href }) => !own.has(href)),
)}
</footer>`;
}

function linkList(name: string, links: readonly LinkView[]): SafeHtml | undefined {
  if (links.length === 0) return undefined;
  return html`<nav class="footer-links" aria-label="${name}"><ul>${links.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ul></nav>`;
}
