import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { AuthorsView } from '../../src/pages/views.ts';
import { authorNote } from '../components/author-note.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';

/** Everybody who writes. */
export function authorsPage(view: AuthorsView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, say } = locale;
  const content = html`<div class="people">
${pageHead(say(words.allAuthors), { standfirst: say(words.authorsIntroduction) })}<ul class="people-items">
${view.authors.map(
  (author) => html`<li>${authorNote(author, locale, 2)}</li>
`,
)}</ul>
</div>
`;
  return document(view, site, { content, styles: ['styles/listing.css'], head }, locale);
}
