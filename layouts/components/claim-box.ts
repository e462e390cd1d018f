import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Claim } from '../../src/schema/article.ts';
import type { Locale } from './locale.ts';

/** What a fact check looks into and what it found, before the text that shows how. */
export function claimBox(claim: Claim | undefined, { words, wordsMark }: Locale): SafeHtml | undefined {
  if (!claim) return undefined;
  return html`<dl class="factbox claim">
<div><dt${wordsMark}>${words.claim}</dt><dd>${claim.text}${claim.by !== undefined && html` <span class="claim-by">— ${claim.by}</span>`}</dd></div>
<div><dt${wordsMark}>${words.verdict}</dt><dd><strong>${claim.verdict}</strong></dd></div>
</dl>
`;
}
