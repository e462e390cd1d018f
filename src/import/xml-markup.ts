import type { XmlElement } from './xml-entries.ts';

const VOID = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/;

/** Elements and text as HTML again; prefixes of XHTML go. */
export function markupOf(nodes: readonly (XmlElement | string)[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escaped(node) : tagged(node))).join('');
}

function tagged({ name, attributes, nodes }: XmlElement): string {
  const bare = name.replace(/^[\w-]+:/, '');
  const written = Object.entries(attributes)
    .filter(([key]) => !/^xmlns/.test(key))
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`);
  return `<${bare}${written.join('')}>${VOID.test(bare) ? '' : `${markupOf(nodes)}</${bare}>`}`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
