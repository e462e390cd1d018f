import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES, isStyleCode, severityOf } from '../../src/diagnostics/codes.ts';
import { SmallSite } from '../small-site.ts';
import { BROKEN_BODIES } from './invalid-sites/bodies.ts';
import { BROKEN_FILES } from './invalid-sites/files.ts';
import { WRONG_FRONT_MATTER } from './invalid-sites/front-matter.ts';
import type { InvalidSite } from './invalid-sites/invalid-site.ts';
import { OLD_ADDRESSES } from './invalid-sites/old-addresses.ts';
import { WRONG_PICTURES } from './invalid-sites/pictures.ts';
import { BROKEN_REFERENCES } from './invalid-sites/references.ts';
import { WRONG_SETTINGS } from './invalid-sites/settings.ts';
import { POOR_STYLE } from './invalid-sites/style.ts';
import { TAKEN_ADDRESSES } from './invalid-sites/taken-addresses.ts';

const INVALID_SITES: readonly InvalidSite[] = [
  ...BROKEN_FILES,
  ...WRONG_SETTINGS,
  ...WRONG_FRONT_MATTER,
  ...BROKEN_REFERENCES,
  ...TAKEN_ADDRESSES,
  ...OLD_ADDRESSES,
  ...WRONG_PICTURES,
  ...BROKEN_BODIES,
  ...POOR_STYLE,
];

// Needs a history to compare with: tests/cli/check-since.test.ts.
const FOUND_IN_HISTORY = ['change-unmarked'];

test.each(INVALID_SITES)('$code is reported when $when', async ({ code, files, at, marked, help }) => {
  const site = await SmallSite.write(files);
  if (code === 'site-missing') await site.remove('site.yaml');
  const { diagnostics, site: prepared } = await site.prepare({ purpose: isStyleCode(code) ? 'check' : 'build' });
  expect(diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`)).toEqual([`${at} ${code}`]);
  const [found] = diagnostics;
  expect(found?.help).toContain(help);
  expect(found?.severity).toBe(severityOf(code));
  if (marked !== undefined) expect(await site.textAt(found)).toBe(marked);
  expect(prepared === undefined).toBe(severityOf(code) === 'error');
});

test('every code has a site here that provokes it', () => {
  const provoked = new Set([...INVALID_SITES.map(({ code }) => code), ...FOUND_IN_HISTORY]);
  expect([...provoked].sort()).toEqual(DIAGNOSTIC_CODES.toSorted());
});

test('docs/errors.md has a section for every code, and for no other', async () => {
  const text = await readFile(new URL('../../docs/errors.md', import.meta.url), 'utf8');
  const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings.toSorted()).toEqual(DIAGNOSTIC_CODES.toSorted());
});
