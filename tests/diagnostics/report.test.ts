import { expect, test } from 'vitest';
import { codeFrame } from '../../src/diagnostics/code-frame.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { type Format, report } from '../../src/diagnostics/report.ts';

const STORM = '---\ntitle: Storm over the estuary\ndate: 2026-02-31\n---\n';

const DATE: Diagnostic = {
  code: 'date-invalid',
  severity: 'error',
  file: 'content/articles/storm.md',
  line: 3,
  column: 7,
  endColumn: 17,
  message: '`date` is not a day of the calendar: 2026-02-31',
  help: 'write a day that exists, as YYYY-MM-DD',
};

const HEADING: Diagnostic = {
  code: 'heading-level',
  severity: 'warning',
  file: 'content/pages/about.md',
  line: 1,
  column: 1,
  message: 'a heading of the first level is the headline’s own; this one is shown on the second',
  help: 'begin headings of the text with `##`',
};

function reported(diagnostics: readonly Diagnostic[], format: Format = 'text', colour = false): string {
  return report(diagnostics, format, { colour, readSource: (file) => (file.endsWith('storm.md') ? STORM : undefined) });
}

test('the text form shows the place, the fault, the lines and the cure', () => {
  expect(reported([DATE])).toBe(`content/articles/storm.md:3:7  error  date-invalid
  \`date\` is not a day of the calendar: 2026-02-31
  2 | title: Storm over the estuary
  3 | date: 2026-02-31
    |       ^^^^^^^^^^
  help: write a day that exists, as YYYY-MM-DD      docs/errors.md#date-invalid

1 error in 1 file
`);
});

test('a file that cannot be read is reported without its lines', () => {
  expect(reported([HEADING])).toBe(`content/pages/about.md:1:1  warning  heading-level
  a heading of the first level is the headline’s own; this one is shown on the
  second
  help: begin headings of the text with \`##\`      docs/errors.md#heading-level

1 warning in 1 file
`);
});

test('nothing is wider than eighty columns', () => {
  const wide = { ...DATE, message: 'no '.repeat(60).trim(), help: 'so '.repeat(50).trim(), column: 40 };
  const text = report([wide], 'text', { colour: false, readSource: () => `\n\n${'word '.repeat(60)}` });
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('of one note on style so many are shown as asked, and the others counted', () => {
  const note: Diagnostic = { ...HEADING, code: 'standfirst-missing' };
  const text = report([note, note, note, HEADING, HEADING], 'text', {
    colour: false,
    readSource: () => undefined,
    mostOfAKind: 1,
  });
  expect(text.match(/ standfirst-missing\n/g)).toHaveLength(1);
  expect(text.match(/ heading-level\n/g)).toHaveLength(2);
  expect(text).toContain('2 more of standfirst-missing: `npm run check -- --all` lists them\n5 warnings in 1 file\n');
});

test('the last line counts errors, warnings and files', () => {
  const last = (diagnostics: readonly Diagnostic[]) => reported(diagnostics).trimEnd().split('\n').at(-1);
  expect(last([DATE, DATE, HEADING])).toBe('2 errors, 1 warning in 2 files');
  expect(last([HEADING, HEADING])).toBe('2 warnings in 1 file');
  expect(last([])).toBe('Nothing is wrong.');
});

test('colours only add to the text', () => {
  const coloured = reported([DATE, HEADING], 'text', true);
  expect(coloured).toContain('\u001b[31merror\u001b[0m');
  expect(coloured).toContain('\u001b[33mwarning\u001b[0m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(reported([DATE, HEADING]));
});

test('what a file holds cannot steer the terminal', () => {
  const text = 'title: \u001b[2J\u0007gone\u009b1m\r\n';
  const shown = report([{ ...DATE, line: 1, column: 8, message: 'no \u001b[2J' }], 'text', {
    colour: false,
    readSource: () => text,
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
  expect(shown).toContain('␛[2J');
});

test('JSON is an array of objects of one shape, whatever there is to say', () => {
  expect(JSON.parse(reported([], 'json'))).toEqual([]);
  const { endColumn: _, ...fields } = DATE;
  expect(JSON.parse(reported([DATE, HEADING], 'json'))).toEqual([fields, HEADING]);
  expect(Object.keys(JSON.parse(reported([DATE], 'json'))[0])).toEqual([
    'code',
    'severity',
    'file',
    'line',
    'column',
    'message',
    'help',
  ]);
});

test('GitHub annotations name file, line, columns and code', () => {
  expect(reported([DATE], 'github')).toBe(
    '::error file=content/articles/storm.md,line=3,col=7,endColumn=17,title=date-invalid::`date` is not a day of the calendar: 2026-02-31%0Ahelp: write a day that exists, as YYYY-MM-DD\n',
  );
  expect(reported([HEADING], 'github')).toMatch(
    /^::warning file=content\/pages\/about.md,line=1,col=1,title=heading-level::/,
  );
  expect(reported([], 'github')).toBe('');
});

test('nothing in a file’s name or in a message can end a GitHub annotation or begin another', () => {
  const odd = { ...DATE, file: 'a,b:c%d\n.md', message: '100 %\r\n::error::mine' };
  expect(reported([odd], 'github')).toBe(
    '::error file=a%2Cb%3Ac%25d%0A.md,line=3,col=7,endColumn=17,title=date-invalid::100 %25%0D%0A::error::mine%0Ahelp: write a day that exists, as YYYY-MM-DD\n',
  );
});

test('the frame of the first line has no line before it', () => {
  expect(codeFrame({ line: 1, column: 1, endColumn: 4 }, STORM)).toEqual(['1 | ---', '  | ^^^']);
});

test('a point is marked with one sign, past the end of the line too', () => {
  expect(codeFrame({ line: 2, column: 31 }, STORM).slice(1)).toEqual([
    '2 | title: Storm over the estuary',
    `  | ${' '.repeat(29)}^`,
  ]);
  expect(codeFrame({ line: 1, column: 1 }, '\n')).toEqual(['1 | ', '  | ^']);
});

test('marks end where the line ends', () => {
  expect(codeFrame({ line: 1, column: 3, endColumn: 400 }, 'abcdef')).toEqual(['1 | abcdef', '  |   ^^^^']);
});

test('a tab stays a tab, so that the marks stand right at every tab width', () => {
  expect(codeFrame({ line: 1, column: 3, endColumn: 6 }, '\t\tsrc: a.png')).toEqual([
    '1 | \t\tsrc: a.png',
    '  | \t\t^^^',
  ]);
});

test('numbers of different length stand in one column', () => {
  const text = Array.from({ length: 10 }, (_, i) => `line ${i + 1}`).join('\n');
  expect(codeFrame({ line: 10, column: 6, endColumn: 8 }, text)).toEqual([
    ' 9 | line 9',
    '10 | line 10',
    '   |      ^^',
  ]);
});

test('of a long line only the part around the fault is shown', () => {
  const text = `${'a'.repeat(300)}WRONG${'b'.repeat(300)}`;
  const [shown = '', marks = ''] = codeFrame({ line: 1, column: 301, endColumn: 306 }, text);
  expect(shown.length).toBeLessThanOrEqual(80);
  expect(shown).toMatch(/^1 \| …a+WRONGb+…$/);
  expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('WRONG');
});

test('at the end of a long line nothing is cut off behind it', () => {
  const text = `${'a'.repeat(300)}WRONG`;
  const [shown = '', marks = ''] = codeFrame({ line: 1, column: 301, endColumn: 306 }, text);
  expect(shown).toMatch(/^1 \| …a+WRONG$/);
  expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('WRONG');
});

test('a fault that is wider than the screen is marked as far as it is shown', () => {
  const [shown = '', marks = ''] = codeFrame({ line: 1, column: 11, endColumn: 500 }, 'a'.repeat(600));
  expect(marks.length).toBeLessThanOrEqual(shown.length);
});

test('wide characters take two columns of the screen in front of the marks', () => {
  expect(codeFrame({ line: 1, column: 5, endColumn: 8 }, '漢字: abc')).toEqual(['1 | 漢字: abc', '  |       ^^^']);
  expect(codeFrame({ line: 1, column: 4, endColumn: 7 }, '🙂 abc')).toEqual(['1 | 🙂 abc', '  |    ^^^']);
});

test('a line that the file does not have gets no frame', () => {
  expect(codeFrame({ line: 9, column: 1 }, STORM)).toEqual([]);
});

test('for GitLab there is a fingerprint that does not change when the line does', () => {
  const parsed = (all: readonly Diagnostic[]) => JSON.parse(reported(all, 'gitlab')) as { fingerprint: string }[];
  expect(parsed([DATE])[0]).toMatchObject({
    check_name: 'date-invalid',
    severity: 'major',
    location: { path: 'content/articles/storm.md', lines: { begin: 3 } },
  });
  expect(parsed([{ ...DATE, line: 9 }])[0]?.fingerprint).toBe(parsed([DATE])[0]?.fingerprint);
  expect(new Set(parsed([DATE, { ...DATE, line: 9 }, HEADING]).map(({ fingerprint }) => fingerprint)).size).toBe(3);
});
