import { SaxesParser } from 'saxes';

/** The file is no export; the message says why, in a sentence. */
export class NotAnExport extends Error {}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and text, in order. */
  readonly nodes: (XmlElement | string)[];
  readonly line: number;
}

export interface XmlReading {
  /** How deep the elements lie that are kept whole, by the name of the root; may throw NotAnExport. */
  readonly depthBelow: (root: string) => number;
  readonly entry: (element: XmlElement) => void;
}

const DEEPEST = 100;
const MOST_CHARACTERS = 50_000_000;
// What XML 1.0 cannot hold; WordPress writes it all the same when an author pasted it.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
// Of HTML, and known in no XML; feeds have them nevertheless.
const ENTITIES = {
  ...{ nbsp: '\u00a0', copy: '©', reg: '®', trade: '™', hellip: '…', mdash: '—', ndash: '–', bull: '•' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', euro: '€', pound: '£' },
};

/**
 * Reads XML from its text, piece by piece, an entry at a time; the number of characters that had no right to be there.
 * The parser is strict and knows no entities but those of XML and some of HTML, so nothing is loaded and nothing
 * expands. @throws NotAnExport
 */
export async function readXmlEntries(
  pieces: AsyncIterable<string> | Iterable<string>,
  { depthBelow, entry }: XmlReading,
): Promise<number> {
  const parser = new SaxesParser({ position: true });
  Object.assign(parser.ENTITIES, ENTITIES);
  const open: XmlElement[] = [];
  let depth = 1;
  let size = 0;
  let forbidden = 0;

  parser.on('error', (error) => {
    throw new NotAnExport(`the file is not well-formed XML: ${error.message}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0) depth = depthBelow(name);
    if (open.length >= DEEPEST) throw new NotAnExport(`elements are nested too deeply on line ${parser.line}`);
    const plain = attributes as Readonly<Record<string, string>>;
    const element: XmlElement = { name, attributes: plain, nodes: [], line: parser.line };
    // An entry is kept until it closes, what is above it never.
    if (open.length > depth) open.at(-1)?.nodes.push(element);
    else size = 0;
    open.push(element);
  });
  const addText = (text: string): void => {
    if (open.length <= depth) return;
    size += text.length;
    if (size > MOST_CHARACTERS) throw new NotAnExport(`the entry that ends on line ${parser.line} is too large`);
    open.at(-1)?.nodes.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && open.length === depth) entry(element);
  });

  for await (const piece of pieces) {
    const allowed = piece.replace(FORBIDDEN, '');
    forbidden += piece.length - allowed.length;
    parser.write(allowed);
  }
  parser.close();
  return forbidden;
}

export const childrenOf = ({ nodes }: XmlElement): readonly XmlElement[] =>
  nodes.filter((node): node is XmlElement => typeof node !== 'string');

/** The elements of a name directly below another. */
export const allOf = (element: XmlElement, wanted: string): readonly XmlElement[] =>
  childrenOf(element).filter(({ name }) => name === wanted);

/** The text of an element itself. */
export const ownText = ({ nodes }: XmlElement): string => nodes.filter((node) => typeof node === 'string').join('');

/** The trimmed text of the first element of a name below another; empty when there is none. */
export const textBelow = (element: XmlElement, wanted: string): string => {
  const [first] = allOf(element, wanted);
  return first ? ownText(first).trim() : '';
};
