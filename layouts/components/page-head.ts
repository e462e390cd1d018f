import { type HtmlValue, html, type SafeHtml } from '../../src/html/safe-html.ts';
import { standfirst } from './standfirst.ts';

/** Heading of a page that is not an article: a label over it, a line under it. */
export function pageHead(
  heading: HtmlValue,
  { label, standfirst: under, aside }: { label?: HtmlValue; standfirst?: HtmlValue; aside?: HtmlValue },
): SafeHtml {
  return html`<header class="page-head">
${
  label !== undefined &&
  html`<p class="kicker">${label}</p>
`
}<h1 class="page-title">${heading}</h1>
${standfirst(under)}${
  aside !== undefined &&
  html`<p class="page-aside">${aside}</p>
`
}</header>
`;
}
