import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';

/** Shown by the script alone, since it does nothing without: the device's own sharing, else a copied link. */
export function shareControls(canonical: string, words: Words): SafeHtml {
  return html`<div class="share" hidden data-share="${canonical}"><button type="button" class="quiet-button">${words.copyLink}</button> <span role="status" data-said="${words.linkCopied}"></span></div>
`;
}
