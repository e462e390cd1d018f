import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { AuthorView, BodyView } from '../../src/pages/part-views.ts';
import { body } from './body.ts';
import type { Locale } from './locale.ts';
import { picture } from './picture.ts';

/** Who the authors are, after their text. */
export function authorNotes(authors: readonly AuthorView[], locale: Locale): SafeHtml | undefined {
  if (authors.length === 0) return undefined;
  return html`<section class="authors" aria-labelledby="authors-title">
<h2 class="label" id="authors-title"${locale.wordsMark}>${locale.words.aboutAuthors(authors.length)}</h2>
${authors.map((author) => authorNote({ ...author, biography: opening(author.biography) }, locale, 3))}</section>
`;
}

// The whole life stands on the author's own page; under an article its first paragraph says who speaks.
function opening(biography: BodyView): BodyView {
  const [first] = biography;
  const end = typeof first === 'string' ? first.indexOf('</p>') : -1;
  return typeof first === 'string' && end > 0 ? [`${first.slice(0, end)}</p>`] : biography;
}

/** One author: portrait, name, role, biography. */
export function authorNote(author: AuthorView, locale: Locale, level: 2 | 3): SafeHtml {
  const heading = `h${level}`;
  return html`<div class="author-note">
${author.photo !== undefined && html`<div class="portrait">${picture(author.photo, 'portrait', 'later')}</div>`}
<div class="author-words">
<${heading} class="author-name"><a href="${author.href}">${author.name}</a></${heading}>
${author.role !== '' && html`<p class="author-role">${author.role}</p>`}
<div class="biography">${body(author.biography, locale)}</div>
${authorLinks(author)}</div>
</div>
`;
}

/** Where else an author can be found. */
export function authorLinks({ links }: AuthorView): SafeHtml | undefined {
  if (links.length === 0) return undefined;
  return html`<ul class="author-links">${links.map(({ label, href }) => html`<li><a rel="me" href="${href}">${label}</a></li>`)}</ul>
`;
}
