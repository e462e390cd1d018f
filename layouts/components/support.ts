import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SupportView } from '../../src/pages/part-views.ts';

/** A word from the newsroom to those who can pay for it. */
export function supportPitch(support: SupportView | undefined): SafeHtml | undefined {
  if (support === undefined) return undefined;
  return html`<aside class="support" aria-labelledby="support-title">
<h2 class="support-title" id="support-title">${support.title}</h2>
<p>${support.text}</p>
<p><a class="button" href="${support.href}">${support.label}</a></p>
</aside>
`;
}
