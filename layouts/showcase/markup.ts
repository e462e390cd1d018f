import { type SafeHtml, trustedHtml } from '../../src/html/safe-html.ts';

/** What the markup of a text may hold, as src/markdown/ writes it. */
export const RUNNING_TEXT: SafeHtml =
  trustedHtml(`<p>A paragraph with a <a href="/">link</a>, <em>stress</em>, <strong>more of it</strong>, <code>code</code> and a note.<sup class="footnote-ref"><a href="#fn-1" id="fnref-1" role="doc-noteref">1</a></sup></p>
<h2>A heading of the text</h2>
<p>The second paragraph.</p>
<h3>One below</h3>
<ul><li>A point</li><li>Another one</li></ul>
<ol><li>The first step</li><li>The second step</li></ol>
<blockquote><p>Nobody had told the families.</p></blockquote>
<aside class="pullquote">
<figure>
<blockquote><p>The youngest is 20 years old.</p></blockquote>
<figcaption>— a coordinator</figcaption></figure>
</aside>
<aside class="factbox" aria-label="In brief"><p class="factbox-title">In brief</p><ul><li>What: an exchange</li><li>When: on Friday</li></ul></aside>
<div class="table-scroll"><table><thead><tr><th scope="col">Year</th><th scope="col" class="align-right">Trams</th></tr></thead><tbody><tr><td>2024</td><td class="align-right">38</td></tr><tr><td>2025</td><td class="align-right">112</td></tr></tbody></table></div>
<hr>
<section class="footnotes" role="doc-endnotes" aria-label="Footnotes"><ol><li id="fn-1"><p>Geneva, 12 August 1949. <a href="#fnref-1" class="footnote-back" role="doc-backlink" aria-label="Back (1)">↩︎</a></p></li></ol></section>
`);
