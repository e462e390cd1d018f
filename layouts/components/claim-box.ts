import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';
import type { Claim } from '../../src/schema/article.ts';

/** What a fact check looks into and what it found, before the text that shows how. */
export function claimBox(claim: Claim | undefined, words: Words): SafeHtml | undefined {
  if (!claim) return undefined;
  return html`<dl class="factbox claim">
<div><dt>${words.claim}</dt><dd>${claim.text}${claim.by !== undefined && html` <span class="claim-by">— ${claim.by}</span>`}</dd></div>
<div><dt>${words.verdict}</dt><dd><strong>${claim.verdict}</strong></dd></div>
</dl>
`;
}
