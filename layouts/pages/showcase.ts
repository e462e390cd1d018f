import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { ShowcaseView } from '../../src/pages/views.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';
import { articleParts } from '../showcase/article-parts.ts';
import { listParts } from '../showcase/list-parts.ts';

/** Every component in every state, with the same sample texts that the tests use. In a preview alone. */
export function showcasePage(view: ShowcaseView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const groups = [...articleParts(view, locale), ...listParts(view, locale)];
  const content = html`<div class="archive">
${pageHead('Components', { standfirst: 'Every component of layouts/components/ in every state. Readers’ builds do not have this page.' })}${groups.map(
  ([name, states]) => html`<section class="archive-day">
<h2 class="section-title">${name}</h2>
<ul class="listing-items">
${states.map(
  ([state, markup]) => html`<li>
<p class="label">${state}</p>
${markup}</li>
`,
)}</ul>
</section>
`,
)}</div>
`;
  return document(
    view,
    site,
    { content, styles: ['styles/front.css', 'styles/listing.css', 'styles/versions.css', 'styles/article.css'], head },
    locale,
  );
}
