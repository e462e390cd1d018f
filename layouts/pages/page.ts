import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { StaticPageView } from '../../src/pages/views.ts';
import { body } from '../components/body.ts';
import { document } from '../components/document.ts';
import { figure } from '../components/figure.ts';
import { localeOf } from '../components/locale.ts';
import { standfirst } from '../components/standfirst.ts';
import { stateNote } from '../components/state-mark.ts';
import { translations } from '../components/translations.ts';

/** A page that is not news: about, contact, policies. */
export function staticPage(view: StaticPageView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const content = html`${site.preview && stateNote(view.state, locale)}<div class="article article-page">
<header class="article-head">
<h1 class="headline">${view.title}</h1>
${standfirst(view.standfirst)}${translations(view.translations, view.language)}${
  view.image !== undefined && figure(view.image, locale, { name: 'figure-lead', place: 'lead', priority: 'first' })
}</header>
<div class="prose">
${body(view.body, locale)}</div>
</div>
`;
  return document(view, site, { content, styles: ['styles/article.css'], head }, locale);
}
