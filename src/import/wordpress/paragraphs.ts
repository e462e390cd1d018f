import { replaceElements } from '../elements-in.ts';

const CONTAINERS = 'article|aside|blockquote|center|details|div|fieldset|figure|footer|form|header|main|nav|section';
const LEAVES =
  'address|audio|caption|col|colgroup|dd|dl|dt|figcaption|h[1-6]|hr|iframe|li|object|ol|p|pre|script|style|summary|table|tbody|td|tfoot|th|thead|tr|ul|video';
const BLOCK = new RegExp(`</?(?:${CONTAINERS}|${LEAVES})(?=[\\s/>])`, 'i');
const STARTS_WITH_BLOCK = new RegExp(`^</?(?:${CONTAINERS}|${LEAVES})(?=[\\s/>])`, 'i');
const OPENING = new RegExp(`<(?:${CONTAINERS}|${LEAVES})(?:\\s[^<>]*)?>`, 'gi');
const CLOSING = new RegExp(`</(?:${CONTAINERS}|${LEAVES})\\s*>`, 'gi');
const EDGE = new RegExp(`<(?:${CONTAINERS})(?:\\s[^<>]*)?>|</(?:${CONTAINERS})\\s*>|<hr(?:\\s[^<>]*)?>`, 'gi');
// Text that stays as it is, line ends included.
const VERBATIM = ['pre', 'script', 'style', 'textarea'];
const LONE_ADDRESS = /^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm;

/**
 * The paragraphs that WordPress makes of a text from its classic editor when it shows it: blank lines part
 * paragraphs, other line ends are breaks, an address on a line of its own is an embed.
 */
export function addParagraphs(html: string): string {
  const verbatim: string[] = [];
  const marked = replaceElements(
    html.replace(/\r\n?/g, '\n'),
    VERBATIM,
    (whole) => `\n\n<pre data-verbatim="${verbatim.push(whole) - 1}">\n\n`,
  );
  const text = marked
    .replace(LONE_ADDRESS, '\n\n$1\n\n')
    .replace(OPENING, '\n\n$&')
    .replace(CLOSING, '$&\n\n')
    .replace(EDGE, '\n\n$&\n\n');
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(paragraph);
  return paragraphs.join('\n').replace(/<pre data-verbatim="(\d+)">/g, (_, at) => verbatim[Number(at)] ?? '');
}

function paragraph(part: string): string {
  if (!BLOCK.test(part)) return `<p>${part.replace(/(?:<br\s*\/?>[ \t]*|(?<![ \t])[ \t]*)\n/gi, '<br>')}</p>`;
  // A further paragraph of a list item or a cell, which began further up.
  return STARTS_WITH_BLOCK.test(part) ? part : `<br><br>${part}`;
}
