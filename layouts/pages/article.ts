import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { ArticleView } from '../../src/pages/views.ts';
import { authorNotes } from '../components/author-note.ts';
import { body } from '../components/body.ts';
import { byline } from '../components/byline.ts';
import { claimBox } from '../components/claim-box.ts';
import { corrections } from '../components/corrections.ts';
import { document } from '../components/document.ts';
import { figure } from '../components/figure.ts';
import { kicker } from '../components/kicker.ts';
import { type Locale, localeOf } from '../components/locale.ts';
import { neighbours } from '../components/neighbours.ts';
import { related } from '../components/related.ts';
import { seriesBox, seriesLine } from '../components/series-box.ts';
import { shareControls } from '../components/share.ts';
import { standfirst } from '../components/standfirst.ts';
import { stateNote } from '../components/state-mark.ts';
import { supportPitch } from '../components/support.ts';
import { tags } from '../components/tags.ts';
import { articleTimes } from '../components/times.ts';
import { translations } from '../components/translations.ts';
import { firstUpdate, updateOrder } from '../components/update-order.ts';

/** An article, in the order of the design: what it is, who says so and when, the text, then what belongs to it. */
export function articlePage(view: ArticleView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { body: parts, date, kind } = view;
  const start = kind === 'live' ? firstUpdate(parts) : 0;
  const content = html`${site.preview && stateNote(view.state, locale)}<article class="article article-${view.kind}">
${articleHead(view, locale)}<div class="prose">
${claimBox(view.claim, locale)}${body(parts.slice(0, start), locale, date)}${kind === 'live' && updateOrder(parts, locale)}${body(parts.slice(start), locale, date)}</div>
<div class="article-foot">
${corrections(view.corrections, locale)}${tags(view.tags, locale)}${shareControls(view.canonical, locale)}${seriesBox(view.series, locale)}${authorNotes(view.authors, locale)}${supportPitch(view.support)}${neighbours(view.previous, view.next, locale)}</div>
${related(view.related, locale)}</article>
`;
  const { section } = view;
  return document(
    view,
    site,
    { content, styles: ['styles/article.css'], head, ...(section === undefined ? {} : { section: section.href }) },
    locale,
  );
}

function articleHead(view: ArticleView, locale: Locale): SafeHtml {
  const { words, wordsMark } = locale;
  return html`<header class="article-head">
${kicker(view.section, view.kind, locale, view.ended !== undefined)}
<h1 class="headline">${view.title}</h1>
${standfirst(view.standfirst)}${seriesLine(view.series, locale)}<div class="article-facts">
${byline(view.authors, locale)}
<div class="article-when">
${
  view.dateline !== '' &&
  html`<p class="dateline">${view.dateline}</p>
`
}${articleTimes(view.date, view.updated, locale)}
${
  view.versions !== undefined &&
  html`<p class="article-versions"${wordsMark}><a href="${view.versions.href}">${words.versions.changed(view.versions.changes)}</a></p>
`
}${
  view.corrections.length > 0 &&
  html`<p class="corrected"${wordsMark}><a href="#corrections">${words.corrected}</a></p>
`
}${
  view.minutes > 0 &&
  html`<p class="reading-time"${wordsMark}>${words.minutes(view.minutes)}</p>
`
}</div>
${translations(view.translations, view.language)}</div>
${view.image !== undefined && figure(view.image, locale, { name: 'figure-lead', place: 'lead', priority: 'first' })}</header>
`;
}
