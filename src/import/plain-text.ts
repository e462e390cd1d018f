import MarkdownParser from 'markdown-it';

const { utils } = new MarkdownParser();

/** What a reader sees of a short piece of HTML, in one line. */
export function plainText(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?(?:br|p|div|li|h[1-6]|blockquote|td)\b[^>]*>/gi, ' ')
    .replace(/<\/?[a-z][^>]*>/gi, '');
  // markdown-it resolves backslash escapes along with entities, and HTML has none.
  return utils.unescapeAll(bare.replaceAll('\\', '\\\\')).replace(/\s+/g, ' ').trim();
}

/** The beginning of a text, up to a word's end, where a headline is missing. */
export function firstWords(text: string, most = 60): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut > 20 ? cut : most)}…`;
}
