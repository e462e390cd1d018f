import MarkdownParser, { type MarkdownIt, type StateCore, type Token } from 'markdown-it';
import { datesOf } from '../language/dates.ts';
import { type Language, languageOf } from '../language/language.ts';
import { useLeanStates } from './lean-states.ts';

const NO_BREAK = '\u00a0';
const LETTERS = 'A-Za-zÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯ';
const CAPITALS = 'A-ZÀ-ÖØ-ÞЀ-ЯҐ';
const UNITS = [
  [
    '°[CFК]?',
    '[kcmdµ]?m[²³]?',
    '[kM]?g',
    '[kMGT]?Wh?',
    '[KMGT]B',
    'ha',
    't',
    'l',
    'mph',
    'kph',
    'km/h',
    'p\\.m\\.',
    'a\\.m\\.',
    '[ap]m',
  ],
  ['percent', 'per cent', 'million', 'billion', 'trillion'],
  ['[кмсд]?м[²³]?', 'км/год', '[км]?г', 'т', 'л', 'га', '[кМГТ]?Вт', '[КМГТ]Б', 'год\\.?', 'хв\\.?', 'с'],
  [
    'тис\\.?',
    'млн\\.?',
    'млрд\\.?',
    'трлн\\.?',
    'грн\\.?',
    'коп\\.?',
    'дол\\.?',
    'євро',
    'р\\.',
    'рр\\.',
    'ст\\.',
    'відсот',
  ],
]
  .flat()
  .join('|');

// Every alternative starts with a character that is rare or fails at the next one, so that plain prose is skipped quickly.
const COMMON = [
  '\\.{3}',
  ' ?(?<!-)-{2,3}(?!-) ?',
  ' [–—](?= )',
  `\\d (?=[%‰]|(?:${UNITS})(?![${LETTERS}\\d]))`,
  '[№§] (?=\\d)',
  `[${CAPITALS}]\\. (?=[${CAPITALS}])(?<![${LETTERS}'’ʼ].{3})`,
];

const DECADE = "(?<![A-Za-z0-9])'(?=\\d0s)";
// Thousands are set apart by a space in these languages.
const GROUPED_DIGITS = '(?<!\\d)\\d{1,3} (?=\\d{3}(?!\\d))|(?<= \\d{3}) (?=\\d{3}(?!\\d))';

// Gershayim stand within an acronym (צה"ל); geresh makes a letter another sound (ג'ירפה) or ends an abbreviation (פרופ').
const HEBREW_MARKS = [
  '(?<=[א-ת])"(?=[א-ת])',
  "(?<=[א-ת])'(?=[א-ת])",
  "(?<=[גזצץת])'(?![א-ת])(?<!(?<![א-ת'])'[א-ת]+')",
  "(?<=(?<![א-ת'])(?:[א-ת]|[ובהכלמש]{0,2}(?:פרופ|גב|מס|עמ|רח|שד|וכו|וגו|אינג|נק)))'",
].join('|');

interface Typesetter {
  readonly pattern: RegExp;
  readonly replace: (match: string, offset: number, text: string) => string;
}

const typesetters = new Map<string, Typesetter>();
const plainParsers = new Map<string, MarkdownIt>();

/** The text with its language's quotes, dashes, ellipses, apostrophes and no-break spaces. Plain in, plain out: nothing is escaped. */
export function typeset(text: string, language: string): string {
  const rules = languageOf(language);
  let parser = plainParsers.get(rules.code);
  if (parser === undefined) {
    // A markdown-it that knows no Markdown: only its quotes, and our rule, work on the text.
    parser = new MarkdownParser('zero').enable(['replacements', 'smartquotes']);
    useLeanStates(parser);
    useTypography(parser, rules);
    plainParsers.set(rules.code, parser);
  }
  return (parser.parseInline(text, {})[0]?.children ?? []).map((token) => token.content).join('');
}

/** Makes the parser set text by the rules of the language. Code, raw HTML and written-out addresses stay as they are. */
export function useTypography(md: MarkdownIt, language: Language): void {
  md.set({ typographer: true, quotes: [...language.quotes] });
  const { pattern, replace } = typesetterOf(language);
  md.core.ruler.at('replacements', (state: StateCore) => {
    for (const block of state.tokens)
      if (block.type === 'inline') typesetTokens(block.children ?? [], pattern, replace);
  });
}

function typesetTokens(tokens: readonly Token[], pattern: RegExp, replace: Typesetter['replace']): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === 'text') token.content = token.content.replace(pattern, replace);
    else if (token?.type === 'link_open' && token.info === 'auto') {
      const address = tokens[i + 1];
      // Quotes work on `text` only; the parser's last rule turns `text_special` back into it.
      if (address?.type === 'text') address.type = 'text_special';
    }
  }
}

function typesetterOf(language: Language): Typesetter {
  let typesetter = typesetters.get(language.code);
  if (typesetter === undefined) {
    typesetter = newTypesetter(language);
    typesetters.set(language.code, typesetter);
  }
  return typesetter;
}

function newTypesetter(language: Language): Typesetter {
  const cyrillic = language.code === 'uk';
  const sources = [...COMMON, ...dayBeforeMonth(language.code), cyrillic ? GROUPED_DIGITS : DECADE];
  if (language.code === 'he') sources.unshift(HEBREW_MARKS);
  if (language.bindingWords.length > 0) {
    const words = language.bindingWords.map(
      (word) => `[${word.charAt(0)}${word.charAt(0).toUpperCase()}]${word.slice(1)}`,
    );
    sources.push(`(?<![${LETTERS}\\d'’ʼ-])(?:${words.join('|')}) (?=\\S|$)`);
  }
  const spaced = cyrillic ? '—' : '–';
  return {
    pattern: new RegExp(sources.join('|'), 'g'),
    replace: (match, offset, text) => {
      if (match === '...') return '…';
      if (match === '"') return '״';
      if (match === "'") return language.code === 'he' ? '׳' : '’';
      if (match.includes('--'))
        return dash(match, spaced, offset === 0, offset + match.length === text.length, text.charAt(offset - 1));
      return match.startsWith(' ') && match.length > 1 ? NO_BREAK + match.slice(1) : match.slice(0, -1) + NO_BREAK;
    },
  };
}

/** The space of `4 July`, `4 de julio`, `4. Juli`, in languages that set one between a day and the name of its month. */
function dayBeforeMonth(language: string): readonly string[] {
  const { dayAndMonthOf } = datesOf(language, 'utc');
  const names = Array.from({ length: 12 }, (_, i) => dayAndMonthOf(`2025-${String(i + 1).padStart(2, '0')}-04`));
  const [, mark] = /^4(\.?) \S/.exec(names[0] ?? '') ?? [];
  if (mark === undefined) return [];
  const months = names.map((name) => RegExp.escape(name.slice(`4${mark} `.length)));
  return [`\\d${RegExp.escape(mark)} (?=(?:${months.join('|')})(?![${LETTERS}\\d]))`];
}

/** `---` closes up in languages that dash so (`word—word`); `--` is the language's spaced dash, or a range between digits. */
function dash(match: string, spaced: string, first: boolean, last: boolean, before: string): string {
  const spaceBefore = match.startsWith(' ');
  const spaceAfter = match.endsWith(' ');
  const em = match.includes('---');
  if (em && spaced === '–') return first && spaceAfter ? '— ' : '—';
  if (spaceBefore && (spaceAfter || last)) return `${NO_BREAK}${spaced}${spaceAfter ? ' ' : ''}`;
  if (first && spaceAfter) return `${spaced} `;
  // ` --flag` is somebody's command line.
  if (spaceBefore || (first && !spaceAfter)) return match;
  if (spaceAfter) return '— ';
  return /\d/.test(before) && !em ? '–' : '—';
}
