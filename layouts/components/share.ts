import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { Locale } from './locale.ts';

/** Shown by the script alone, since it does nothing without: the device's own sharing, else a copied address. */
export function shareControls(canonical: string, { words, wordsMark }: Locale): SafeHtml {
  return html`<div class="share with-script" data-share="${canonical}"${wordsMark}><button type="button" class="quiet-button" data-label="${words.share}">${words.copyLink}</button> <span role="status" data-said="${words.linkCopied}"></span></div>
`;
}
