import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { NotFoundView } from '../../src/pages/views.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';

/** What stands where nothing is, with ways back. */
export function notFoundPage(view: NotFoundView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, wordsMark, say } = locale;
  const ways = [
    { label: say(words.home), href: site.home },
    ...site.sections,
    { label: say(words.archive), href: site.places.archive },
    { label: say(words.allTags), href: site.places.tags },
  ];
  const content = html`<div class="index not-found">
${pageHead(say(words.notFound), { label: '404', standfirst: say(words.notFoundText) })}<p${wordsMark}>${words.notFoundWays}</p>
<ul class="index-items">${ways.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>
</div>
`;
  return document(view, site, { content, styles: ['styles/listing.css'], head }, locale);
}
