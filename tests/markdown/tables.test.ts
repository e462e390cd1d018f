import { expect, test } from 'vitest';
import { htmlOf } from './body-workshop.ts';

test('a table scrolls in a region that has a name, and is aligned by classes', () => {
  expect(htmlOf('| Party | Votes |\n|:--|--:|\n| A | 1 |')).toBe(
    '<div class="table-scroll" role="region" tabindex="0" aria-label="Table 1">\n<table>\n<thead>\n<tr>\n' +
      '<th scope="col" class="align-left">Party</th>\n<th scope="col" class="align-right">Votes</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n' +
      '<td class="align-left">A</td>\n<td class="align-right">1</td>\n</tr>\n</tbody>\n</table>\n</div>\n',
  );
});

test('each table of a text has a name of its own', () => {
  expect(htmlOf('|a|\n|-|\n\n|b|\n|-|', { language: 'uk' })).toMatch(/"Таблиця 1"[\s\S]*"Таблиця 2"/);
});

test('a heading cell without words heads nothing', () => {
  expect(htmlOf('| | a |\n|--|--|')).toContain('<td></td>\n<th scope="col">a</th>');
});

test('a code block is within reach of a keyboard', () => {
  expect(htmlOf('```js x\na < b\n```')).toBe('<pre tabindex="0"><code class="language-js">a &lt; b\n</code></pre>\n');
  expect(htmlOf('    a')).toBe('<pre tabindex="0"><code>a\n</code></pre>\n');
});
