import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { exceededLimits, HOSTS } from '../../src/deploy/hosted.ts';
import { readOutput } from '../../src/deploy/read-output.ts';
import { ROOT, runDateline } from '../cli/run-dateline.ts';
import { article, SmallSite } from '../small-site.ts';

test('the files of Netlify and Cloudflare name the output', async () => {
  const netlify = parse(await readFile(path.join(ROOT, 'netlify.toml'), 'utf8'));
  expect(netlify).toMatchObject({ build: { publish: '_site', command: 'npm run build -- --no-ledger' } });
  const wrangler = (await readFile(path.join(ROOT, 'wrangler.jsonc'), 'utf8')).replace(/^\s*\/\/.*$/gm, '');
  expect(JSON.parse(wrangler)).toMatchObject({ assets: { directory: './_site', not_found_handling: '404-page' } });
});

test('what a host would refuse is said before', async () => {
  const site = await SmallSite.write({
    'articles/a.md': article(),
    'redirects.yaml': '/a/: /2026/07/01/a/\n/b/: /2026/07/01/a/\n',
  });
  await site.build();
  const built = await readOutput(site.output);
  expect(await exceededLimits(built, HOSTS['cloudflare'] as never)).toEqual([]);
  const narrow = {
    name: 'Nowhere',
    how: '',
    limits: { files: 3, bytesPerFile: 100_000, redirects: 1, headerRules: 1 },
  };
  expect((await exceededLimits(built, narrow)).map((line) => line.replace(/\d+/, 'n'))).toEqual([
    'The site has n files, and 3 is the most.',
    'The site has n redirects, and 1 is the most.',
    'The site has n rules for headers, and 1 is the most.',
  ]);
  const { status, stdout } = await runDateline([
    'deploy',
    'netlify',
    '--content',
    site.content,
    '--output',
    site.output,
  ]);
  expect(status).toBe(0);
  expect(stdout).toContain('keeps to its limits');
});
