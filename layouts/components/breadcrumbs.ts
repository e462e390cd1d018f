import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { SafeUrl } from '../../src/html/safe-url.ts';
import type { Locale } from './locale.ts';

interface Crumb {
  readonly label: string | SafeHtml;
  readonly href: SafeUrl;
}

/** The way from above to this page, which itself is not a link. */
export function breadcrumbs(above: readonly Crumb[], { words }: Locale): SafeHtml | undefined {
  if (above.length === 0) return undefined;
  return html`<nav class="breadcrumbs" aria-label="${words.breadcrumbs}"><ol>${above.map(
    ({ label, href }) => html`<li><a href="${href}">${label}</a></li>`,
  )}</ol></nav>
`;
}
