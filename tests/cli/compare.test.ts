import path from 'node:path';
import { expect, test } from 'vitest';
import { comparisonText } from '../../src/cli/compare.ts';
import { compareOutputs } from '../../src/eleventy/compare-outputs.ts';
import { article, SmallSite } from '../small-site.ts';
import { runDateline } from './run-dateline.ts';

test('it lists the pages that came, changed and went, and counts the other files', async () => {
  const site = await SmallSite.write({ 'articles/a.md': article(), 'articles/b.md': article({ date: '2025-01-02' }) });
  const [old, young] = [path.join(site.folder, 'old'), path.join(site.folder, 'new')];
  await site.build({}, old);
  await site.remove('articles/b.md');
  await site.put({ 'articles/a.md': article({}, 'Other text.\n'), 'articles/c.md': article({ date: '2024-03-04' }) });
  await site.build({}, young);
  const { added, changed, gone, others } = await compareOutputs(old, young);
  expect(added).toEqual(['/2024/', '/2024/03/', '/2024/03/04/', '/2024/03/04/c/']);
  expect(gone).toEqual(['/2025/', '/2025/01/', '/2025/01/02/', '/2025/01/02/b/']);
  expect(changed).toContain('/2026/07/01/a/');
  expect(changed).not.toContain('/404.html');
  expect(others).toBeGreaterThan(0);
  const { status, stdout } = await runDateline(['compare', old, young]);
  expect(status).toBe(0);
  expect(stdout).toContain('**4 pages added**\n\n- `/2024/`\n');
  expect((await runDateline(['compare', young, young])).stdout).toBe('No page differs.\n');
});

test('a long list is cut', () => {
  const added = Array.from({ length: 205 }, (_, i) => `/${i}/`);
  expect(comparisonText({ added, changed: [], gone: [], others: 1 })).toMatch(
    /^\*\*205 pages added\*\*[\s\S]*- and 5 more\n\n1 other file differs\.\n$/,
  );
});

test('a folder that no build wrote, or one folder alone, is a misuse', async () => {
  expect(await runDateline(['compare', 'src', 'tests'])).toMatchObject({ status: 2 });
  expect((await runDateline(['compare', 'src'])).stderr).toContain('two output folders');
});
