import { html, type SafeHtml, trustedHtml } from '../../src/html/safe-html.ts';
import { absoluteHref } from '../../src/metadata/absolute-href.ts';
import { socialMeta } from '../../src/metadata/social-meta.ts';
import { jsonLd } from '../../src/metadata/structured-data.ts';
import { OEMBED_FILE } from '../../src/pages/addresses.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { View } from '../../src/pages/views.ts';

/** What the head of a page tells machines: its feeds, its data, how to show a link to it. */
export function machineHead(view: View, site: SiteView): SafeHtml {
  const data = jsonLd(view, site);
  return html`${view.feeds.map(
    ({ type, title, href }) => html`<link rel="alternate" type="${type}" title="${title}" href="${href}">
`,
  )}${
    view.layout === 'article' &&
    view.state === undefined &&
    html`<link rel="alternate" type="application/json" href="${view.href}index.json">
<link rel="alternate" type="application/json+oembed" title="${view.title}" href="${absoluteHref(`${view.href}${OEMBED_FILE}`, site)}">
`
  }<link rel="manifest" href="${basePath(site)}/manifest.webmanifest">
${socialMeta(view, site).map(
  ({ name, property, content }) => html`<meta${name !== undefined && html` name="${name}"`}${
    property !== undefined && html` property="${property}"`
  } content="${content}">
`,
)}${
  data !== undefined &&
  html`<script type="application/ld+json">${trustedHtml(data)}</script>
`
}`;
}

// A staging copy under another name would else ask the publication's own site for it.
function basePath({ url }: SiteView): string {
  return new URL(url).pathname.replace(/\/$/, '');
}
