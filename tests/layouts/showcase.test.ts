import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { article, SmallSite } from '../small-site.ts';

const ROOT = path.join(import.meta.dirname, '../../layouts');

test('the page of components is in a preview and in no build for readers', async () => {
  const site = await SmallSite.write({ 'articles/ferries.md': article() });
  const pathsFor = async (purpose: 'build' | 'preview' | 'check') =>
    (await site.prepare({ purpose })).site?.pages.map((page) => String(page.path));
  expect(await pathsFor('preview')).toContain('/_components/');
  expect(await pathsFor('build')).not.toContain('/_components/');
  expect(await pathsFor('check')).not.toContain('/_components/');
  expect([...(await site.build()).keys()].filter((name) => name.includes('components'))).toEqual([]);
});

test('it shows every component that has states, each state named and none empty', async () => {
  const site = await SmallSite.write({ 'articles/ferries.md': article() });
  const { site: prepared } = await site.prepare({ purpose: 'preview' });
  const page = prepared?.pages.find((one) => one.path === '/_components/');
  if (!page) throw new Error('there is no page of components');
  const markup = renderView(page.view(), page.site);
  expect(markup).not.toMatch(/<p class="label">[^<]*<\/p>\s*<\/li>/);
  const shown = ['article-parts', 'list-parts'].map((name) =>
    readFileSync(path.join(ROOT, 'showcase', `${name}.ts`), 'utf8'),
  );
  const around = [
    'count',
    'document',
    'footer',
    'locale',
    'machine-head',
    'masthead',
    'page-head',
    'picture',
    'update-order',
  ];
  const within = ['tweet', 'update', 'video'];
  const components = readdirSync(path.join(ROOT, 'components')).map((file) => file.replace('.ts', ''));
  for (const name of components.filter((one) => ![...around, ...within].includes(one)))
    expect(shown.join('')).toContain(`../components/${name}.ts`);
});
