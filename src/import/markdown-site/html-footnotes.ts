const REFERENCE =
  /(?:<sup\b[^>]*>\s*)?<a\s[^>]*?\bhref=["']#([\w:.-]+)["'][^>]*>\s*(?:<sup>)?\s*\[?(?:\d+|\*+)\]?\s*(?:<\/sup>)?\s*<\/a>(?:\s*<\/sup>)?/gi;
const BACK = /\s*<a\s[^>]*\bhref=["']#[\w:.-]+["'][^>]*>\s*(?:↩\ufe0e?|&#8617;|&larr;|\^|back[^<]*)\s*<\/a>/gi;
const EMPTY_LIST =
  /(?:(?:<h\d[^>]*>\s*(?:foot)?notes\s*<\/h\d>|^#+ (?:foot)?notes[ \t]*$)\s*)?<(ol|ul)\b[^>]*>\s*<\/\1>/gim;

/** Footnotes that were set by hand in HTML, as those of Markdown. */
export function withFootnotes(text: string): string {
  const notes: string[] = [];
  const numbers = new Map<string, number>();
  let rest = text;
  for (const [, id = ''] of text.matchAll(REFERENCE)) {
    const note = numbers.has(id) ? undefined : noteIn(rest, id);
    if (note === undefined) continue;
    rest = rest.replace(note.whole, () => '');
    numbers.set(id, notes.push(note.words));
  }
  if (notes.length === 0) return text;
  const marked = rest
    .replace(REFERENCE, (whole, id: string) => (numbers.has(id) ? `[^${numbers.get(id)}]` : whole))
    .replace(EMPTY_LIST, '');
  return `${marked.trimEnd()}\n\n${notes.map((words, i) => `[^${i + 1}]: ${words}`).join('\n\n')}\n`;
}

function noteIn(text: string, id: string): { readonly whole: string; readonly words: string } | undefined {
  const start = new RegExp(`<(li|p|div|span)\\b[^>]*\\bid=["']${RegExp.escape(id)}["'][^>]*>`, 'i').exec(text);
  if (!start) return undefined;
  const end = text.indexOf(`</${start[1]}>`, start.index);
  // What goes on for long is a part of the text, not a note to it.
  if (end < 0 || end - start.index > 3000) return undefined;
  const inner = text.slice(start.index + start[0].length, end);
  const words = inner
    .replace(BACK, '')
    .replace(/<\/?p\b[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? undefined : { whole: text.slice(start.index, end + `</${start[1]}>`.length), words };
}
