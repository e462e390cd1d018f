import type { Token } from 'markdown-it';

/** What inline tokens say, without markup; pictures say nothing. */
export function plainText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'text' || token.type === 'text_special' || token.type === 'code_inline') text += token.content;
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
  }
  return text;
}

/** What a picture's description says; a picture within it counts by its own description. */
export function descriptionText(tokens: readonly Token[]): string {
  let text = '';
  for (const token of tokens) {
    if (token.type === 'image') text += descriptionText(token.children ?? []);
    else text += plainText([token]);
  }
  return text;
}

const TAGS = /<[^<>]*>/g;
const HIDDEN = /<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const ENTITY = /&(?:amp|lt|gt|quot|nbsp|#39|#x27|#160);/g;
const CHARACTERS: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
};

/** What raw HTML says, roughly: tags become spaces. */
export function markupText(markup: string): string {
  return decodeMarkup(markup.replace(HIDDEN, ' ').replace(TAGS, ' ')).replace(/\s+/g, ' ').trim();
}

/** The characters that sanitised markup has escaped. */
export function decodeMarkup(markup: string): string {
  return markup.replace(ENTITY, (entity) => CHARACTERS[entity] ?? ' ');
}

const SEPARATOR = 1;
const LETTER = 2;
const IDEOGRAPH = 3;
const JOINER = 4;

// By the kind of a character and whether it stands within a word: 2 for one word more, 1 for within a word after it. A table,
// because every word begins and ends, which no processor guesses.
const STEPS = new Uint8Array(10);
STEPS.set([3, 1], 2 * LETTER);
STEPS.set([2, 2], 2 * IDEOGRAPH);
STEPS.set([0, 1], 2 * JOINER);

const KINDS = new Uint8Array(0x10000);
const IS_IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const IS_LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Words that a reader reads. Scripts without spaces count each character; surrogate halves belong to the word they stand in. */
export function countWords(text: string): number {
  let words = 0;
  let within = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const step = STEPS[2 * (KINDS[code] || kindOf(code)) + within] ?? 0;
    words += step >> 1;
    within = step & 1;
  }
  return words;
}

function kindOf(code: number): number {
  const character = String.fromCharCode(code);
  let kind = SEPARATOR;
  if (IS_IDEOGRAPH.test(character)) kind = IDEOGRAPH;
  else if (IS_LETTER.test(character)) kind = LETTER;
  else if ("'’‘-‐‑.,_".includes(character) || (code >= 0xd800 && code <= 0xdfff)) kind = JOINER;
  KINDS[code] = kind;
  return kind;
}
