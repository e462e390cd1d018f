import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Teaser } from '../../src/pages/part-views.ts';
import { joined } from './byline.ts';
import { kindLabel } from './kicker.ts';
import type { Locale } from './locale.ts';
import { type Place, picture } from './picture.ts';
import { stateMark } from './state-mark.ts';
import { clockTime, dayTime, shortDayTime } from './times.ts';

/** What a place shows of an article. */
export interface TeaserShape {
  /** How much weight it has. A `tile` is a card that on a phone is a row, so that pictures do not follow on pictures. */
  readonly size: 'lead' | 'major' | 'card' | 'tile' | 'row' | 'line' | 'opinion';
  readonly level: 2 | 3;
  readonly picture?: { readonly place: Place; readonly priority: 'first' | 'later' };
  readonly section?: boolean;
  readonly standfirst?: boolean;
  readonly authors?: boolean;
  readonly time?: 'day' | 'short' | 'clock';
}

/** An article elsewhere. The whole surface leads to it through the one link in its headline. */
export function teaser(view: Teaser, shape: TeaserShape, locale: Locale): SafeHtml {
  const heading = `h${shape.level}`;
  const lang = view.language !== locale.language && html` lang="${view.language}"`;
  const image = shape.picture === undefined ? undefined : view.image;
  return html`<div class="teaser teaser-${shape.size}${image !== undefined && ' has-picture'}">
${shape.picture !== undefined && view.image !== undefined && html`<div class="teaser-picture"${lang}>${picture(view.image, shape.picture.place, shape.picture.priority)}</div>`}
<div class="teaser-words">
${mark(view, shape, lang, locale)}<${heading} class="teaser-title"${lang}><a href="${view.href}">${view.title}</a></${heading}>
${shape.standfirst === true && view.standfirst !== '' && html`<p class="teaser-standfirst"${lang}>${view.standfirst}</p>`}
${
  shape.authors === true &&
  view.authors.length > 0 &&
  html`<p class="teaser-authors">${joined(
    view.authors.map(({ label, href }) => html`<a href="${href}">${label}</a>`),
    locale,
  )}</p>`
}
${shape.time !== undefined && html`<p class="teaser-time">${timeOf(view, shape.time, locale)}</p>`}
</div>
</div>
`;
}

function mark(view: Teaser, shape: TeaserShape, lang: SafeHtml | false, locale: Locale): SafeHtml | undefined {
  const section = shape.section === true ? view.section : undefined;
  const kind = kindLabel(view.kind, locale, view.over);
  const state = stateMark(view.state, locale);
  if (section === undefined && kind === undefined && state === undefined) return undefined;
  return html`<p class="kicker">${state}${section !== undefined && html`<span class="kicker-section"${lang}>${section.label}</span> `}${kind}</p>
`;
}

function timeOf({ date }: Teaser, time: 'day' | 'short' | 'clock', locale: Locale): SafeHtml {
  if (time === 'short') return shortDayTime(date, locale);
  return time === 'clock' && !date.dateOnly ? clockTime(date, locale) : dayTime(date, locale);
}
