import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { TagsView } from '../../src/pages/views.ts';
import { count as countOf } from '../components/count.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';

/** Every topic there is, with how much there is of it. */
export function tagsPage(view: TagsView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, say } = locale;
  const content = html`<div class="index">
${pageHead(say(words.allTags), { standfirst: say(words.tagsIntroduction) })}<ul class="index-items">
${view.tags.map(
  ({ label, href, count, description }) => html`<li><a href="${href}">${label}</a> ${countOf(count, locale)}${
    description !== '' && html`<p>${description}</p>`
  }</li>
`,
)}</ul>
</div>
`;
  return document(view, site, { content, styles: ['styles/listing.css'], head }, locale);
}
