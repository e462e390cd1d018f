import type TurndownService from 'turndown';

/**
 * Rules for tables: those that Markdown can hold become pipe tables, their first row the heading; tables within
 * tables and with cells that span others stay as HTML.
 */
export function addTableRules(service: TurndownService): void {
  service.addRule('cell', {
    filter: ['td', 'th'],
    replacement: (content) => {
      const lines = content.split('\n').map((line) => line.replace(/(?<!\\)\\$/, '').trim());
      const text = lines.filter((line) => line !== '').join('<br>');
      return ` ${text.replace(/(?<!\\)\|/g, '\\|')} |`;
    },
  });
  service.addRule('row', { filter: 'tr', replacement: (content) => `|${content}\n` });
  service.addRule('table-part', { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content });
  service.addRule('table', {
    filter: 'table',
    replacement(content, node) {
      if (!isPlain(node)) return `\n\n${oneLine(node)}\n\n`;
      const [head = '', ...rows] = content.split('\n').filter((row) => row.startsWith('|'));
      if (head === '') return `\n\n${content.trim()}\n\n`;
      const columns = Math.max(...Array.from(node.querySelectorAll('tr')).map((row) => cellsOf(row).length));
      const caption = node.querySelector('caption')?.textContent?.trim() ?? '';
      const lines = [head, `|${' --- |'.repeat(columns)}`, ...rows].map((row) => padded(row, columns));
      return `\n\n${caption === '' ? '' : `${caption}\n\n`}${lines.join('\n')}\n\n`;
    },
  });
  service.addRule('caption', { filter: ['caption', 'colgroup', 'col'], replacement: () => '' });
}

const cellsOf = (row: Element): Element[] =>
  Array.from(row.children).filter(({ nodeName }) => /^T[DH]$/.test(nodeName));

function isPlain(table: Element): boolean {
  return !table.querySelector('table, [colspan], [rowspan], ul, ol, pre, blockquote');
}

function padded(row: string, columns: number): string {
  const missing = columns - (row.match(/(?<!\\)\|/g)?.length ?? 1) + 1;
  return row + '  |'.repeat(Math.max(0, missing));
}

// Markup that begins a block of raw HTML ends it at a blank line.
function oneLine(node: Element): string {
  return node.outerHTML.replace(/\s*\n\s*/g, ' ');
}
