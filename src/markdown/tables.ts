import type { Token } from 'markdown-it';
import type { BodyEnv } from './environment.ts';
import type { Output } from './output.ts';
import { bodyWords } from './words.ts';

/** A wide table scrolls within its own region, which keyboards reach and which has a name. */
export function openTable(env: BodyEnv, out: Output): void {
  const label = `${bodyWords(env.options.language).table} ${++env.tables}`;
  out.write(`<div class="table-scroll" role="region" tabindex="0" aria-label="${label}">\n<table>\n`);
}

export function closeTable(out: Output): void {
  out.write('</table>\n</div>\n');
}

/** A cell's start. A heading cell without words is a plain cell, since it heads nothing. */
export function openCell(open: Token, inline: Token | undefined, close: Token | undefined, out: Output): void {
  if (open.tag === 'th' && inline?.content === '' && close !== undefined) {
    open.tag = 'td';
    close.tag = 'td';
  }
  const scope = open.tag === 'th' ? ' scope="col"' : '';
  out.write(`<${open.tag}${scope}${alignmentOf(open)}>`);
}

// A style attribute would need a hole in the Content-Security-Policy.
function alignmentOf(cell: Token): string {
  const align = /^text-align:(left|center|right)$/.exec(String(cell.attrGet('style') ?? ''))?.[1];
  return align === undefined ? '' : ` class="align-${align}"`;
}
