import { expect, test } from 'vitest';
import { safeUrl } from '../../src/html/safe-url.ts';

test.each([
  'javascript:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u00a0javascript:alert(1)',
  '\u3000javascript:alert(1)',
  '\u2003\u00a0data:text/html,a',
  'vbscript:a',
  'file:///etc/passwd',
])('an address that could run script or read files is none: %j', (address) => {
  expect(safeUrl(address)).toBeUndefined();
});

test.each([
  ['https://a.example/b?c=d#e', 'https://a.example/b?c=d#e'],
  ['\u00a0mailto:desk@a.example ', 'mailto:desk@a.example'],
  ['/2026/07/01/a/', '/2026/07/01/a/'],
])('any other is kept, without the space around it: %j', (address, kept) => {
  expect(safeUrl(address)).toBe(kept);
});
