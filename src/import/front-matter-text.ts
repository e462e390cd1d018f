import { Document, isMap, isScalar, isSeq, type Node, visit } from 'yaml';

/** A file of content: front matter from the keys that have a value, in their order, then the body. */
export function fileText(keys: Readonly<Record<string, unknown>>, body: string): string {
  const filled = Object.entries(keys).filter(([, value]) => value !== undefined && !isEmptyList(value));
  return `---\n${yamlText(Object.fromEntries(filled))}---\n${body.trim() === '' ? '' : `${body.trim()}\n`}`;
}

/** YAML as a person would write it: short lists in brackets, no folded lines. */
export function yamlText(data: Readonly<Record<string, unknown>>): string {
  const document = new Document(data, { schema: 'core', version: '1.2' });
  visit(document, {
    Seq(_, list) {
      if (isShortList(list)) list.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function isShortList(node: Node): boolean {
  if (!isSeq(node) || isMap(node)) return false;
  const texts = node.items.map((item) => (isScalar(item) ? String(item.value) : undefined));
  return texts.every((text) => text !== undefined && !text.startsWith('/')) && texts.join(', ').length <= 100;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
