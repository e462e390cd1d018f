import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { anchorsOf, linksOf, ROOT, readDocument } from './markdown-file.ts';

const DOCUMENTS = [
  ...(await readdir(ROOT)).filter((name) => name.endsWith('.md')),
  ...(await readdir(path.join(ROOT, 'docs'))).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

test.each(DOCUMENTS)('every relative link and anchor of %s leads somewhere', async (document) => {
  const broken: string[] = [];
  for (const href of linksOf(await readDocument(document))) {
    if (/^[a-z]+:/.test(href)) continue;
    const [file = '', anchor] = href.split('#');
    const target = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
    if (!existsSync(path.join(ROOT, target))) broken.push(href);
    else if (anchor !== undefined && !anchorsOf(await readDocument(target)).has(anchor)) broken.push(href);
  }
  expect(broken).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md', 'docs/writing.md', 'docs/architecture.md'])(
  'every npm command in %s is a script of package.json',
  async (document) => {
    const { scripts } = JSON.parse(await readDocument('package.json')) as { scripts: Record<string, string> };
    const text = await readDocument(document);
    const named = Array.from(text.matchAll(/\bnpm (?:run (?:--silent )?([a-z][\w:-]*)|(start|test)\b)/g), (match) =>
      String(match[1] ?? match[2]),
    );
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  },
);

test('every option that README names is one that its commands know', async () => {
  const { load } = await commands();
  const rows = (await readDocument('README.md')).matchAll(/^\| (`--[^|]+) \| ([^|]+) \|/gm);
  for (const [, options = '', names = ''] of rows) {
    for (const name of names.trim().split(', ')) {
      const { usage } = await load(name);
      for (const [option] of options.matchAll(/--[a-z-]+/g)) expect(usage, `${name} ${option}`).toContain(option);
    }
  }
});

async function commands() {
  const { start } = await import('../../src/cli/start.ts');
  const { build } = await import('../../src/cli/build.ts');
  const { check } = await import('../../src/cli/check.ts');
  const { deploy } = await import('../../src/cli/deploy.ts');
  const { mirror } = await import('../../src/cli/mirror.ts');
  const { newArticle } = await import('../../src/cli/new.ts');
  const known = { start, build, check, deploy, mirror, new: newArticle };
  return { load: async (name: string) => known[name as keyof typeof known] };
}
