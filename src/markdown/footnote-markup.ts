import type { Token } from 'markdown-it';
import { escapeHtml } from '../html/safe-html.ts';
import type { BodyEnv } from './environment.ts';
import type { Output } from './output.ts';
import { bodyWords } from './words.ts';

/** Notes the ids of all footnotes, so that no heading takes them. */
export function claimFootnoteIds(env: BodyEnv): void {
  env.footnotes.list.forEach(({ references }, i) => {
    env.ids.claim(`fn-${i + 1}`);
    for (let n = 1; n <= references; n++) env.ids.claim(referenceId(i + 1, n));
  });
}

export function writeFootnoteReference(token: Token, env: BodyEnv, out: Output): void {
  const number = Number(token.meta?.['number']);
  const id = referenceId(number, Number(token.meta?.['reference']));
  // A link cannot hold another.
  if (env.openLinks.length > 0) out.write(`<sup class="footnote-ref" id="${id}">${number}</sup>`);
  else out.write(`<sup class="footnote-ref"><a href="#fn-${number}" id="${id}" role="doc-noteref">${number}</a></sup>`);
}

export function openFootnotes(env: BodyEnv, out: Output): void {
  const label = escapeHtml(bodyWords(env.options.language).footnotes);
  out.write(`<section class="footnotes" role="doc-endnotes" aria-label="${label}">\n<ol>\n`);
}

export function writeFootnoteBack(token: Token, env: BodyEnv, out: Output): void {
  const number = Number(token.meta?.['number']);
  const label = escapeHtml(bodyWords(env.options.language).backToText);
  for (let n = 1; n <= Number(token.meta?.['references']); n++) {
    const name = n === 1 ? `${label} (${number})` : `${label} (${number}, ${n})`;
    // The variation selector keeps the arrow from being shown as an emoji.
    out.write(
      ` <a href="#${referenceId(number, n)}" class="footnote-back" role="doc-backlink" aria-label="${name}">↩\ufe0e</a>`,
    );
  }
}

function referenceId(number: number, n: number): string {
  return n === 1 ? `fnref-${number}` : `fnref-${number}-${n}`;
}
