import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { ListingView } from '../../src/pages/views.ts';
import { authorLinks } from '../components/author-note.ts';
import { body } from '../components/body.ts';
import { document } from '../components/document.ts';
import { type Locale, localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';
import { pager } from '../components/pager.ts';
import { picture } from '../components/picture.ts';
import { teaser } from '../components/teaser.ts';

/** A section, tag, author or series with its articles. The newest page gives the first more room; older ones are plain lists. */
export function listingPage(view: ListingView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const newest = view.number === undefined;
  const content = html`<div class="listing listing-${view.subject}${newest && ' listing-newest'}">
${listingHead(view, locale)}${view.items.length === 0 && html`<p class="nothing"${locale.wordsMark}>${locale.words.nothingYet}</p>`}<${list(view)} class="listing-items">
${view.items.map(
  (item, i) => html`<li>${teaser(item, shapeOf(view, i), locale)}</li>
`,
)}</${list(view)}>
${pager(view, locale)}</div>
`;
  return document(
    view,
    site,
    { content, styles: ['styles/listing.css'], head, ...(view.subject === 'section' ? { section: view.home } : {}) },
    locale,
  );
}

function list({ subject }: ListingView): string {
  return subject === 'series' ? 'ol' : 'ul';
}

function listingHead(view: ListingView, locale: Locale): SafeHtml {
  const { words, wordsMark, say } = locale;
  const { author, number } = view;
  const introduction = author?.biography ?? view.introduction;
  const label =
    number === undefined
      ? say(words.subjects[view.subject])
      : html`<a href="${view.home}"${wordsMark}>${words.newestArticles}</a>`;
  const aside =
    number === undefined ? view.count !== undefined && say(words.articles(view.count)) : say(words.page(number));
  return html`<div class="listing-head">
${author?.photo !== undefined && html`<div class="portrait">${picture(author.photo, 'portrait', 'later')}</div>`}
<div>
${pageHead(view.heading, { label, standfirst: view.standfirst, ...(aside === false ? {} : { aside }) })}${
  number === undefined &&
  html`${introduction.length > 0 && html`<div class="introduction">${body(introduction, locale)}</div>`}${author !== undefined && authorLinks(author)}`
}</div>
</div>
`;
}

function shapeOf(view: ListingView, index: number): Parameters<typeof teaser>[1] {
  const first = index === 0 && view.number === undefined && view.subject === 'section';
  // A section opens like a page of a newspaper: one story, three beside each other, then the rest.
  const tile =
    view.number === undefined && view.subject === 'section' && view.items.length > 4 && index > 0 && index < 4;
  const size = first ? 'major' : tile ? 'tile' : 'row';
  return {
    size,
    level: 2,
    picture: { place: size === 'major' ? 'text' : size, priority: first ? 'first' : 'later' },
    section: view.subject !== 'section',
    standfirst: !tile,
    authors: view.subject !== 'author',
    time: 'day',
  };
}
