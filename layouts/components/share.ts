import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Words } from '../../src/language/words.ts';

/** Shown by the script alone, since it does nothing without: the device's own sharing, else a copied address. */
export function shareControls(canonical: string, words: Words): SafeHtml {
  return html`<div class="share with-script" data-share="${canonical}"><button type="button" class="quiet-button" data-label="${words.share}">${words.copyLink}</button> <span role="status" data-said="${words.linkCopied}"></span></div>
`;
}
