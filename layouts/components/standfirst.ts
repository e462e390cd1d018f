import { type HtmlValue, html, type SafeHtml } from '../../src/html/safe-html.ts';

/** One or two sentences under a headline; nothing when there are none. */
export function standfirst(text: HtmlValue): SafeHtml | undefined {
  if (text === undefined || text === '') return undefined;
  return html`<p class="standfirst">${text}</p>
`;
}
