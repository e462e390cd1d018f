import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { loadSite } from '../../src/content/load-site.ts';
import { deskConfig } from '../../src/desk/desk-config.ts';
import { deskSecurityPolicy } from '../../src/desk/desk-page.ts';
import { deskSource } from '../../src/desk/desk-source.ts';
import { articleSchema } from '../../src/schema/article.ts';
import { authorSchema, pageSchema, seriesSchema, tagSchema } from '../../src/schema/records.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { ROOT } from '../cli/run-dateline.ts';
import { SITE_YAML, SmallSite } from '../small-site.ts';

const DESK = 'desk: {backend: github, repo: test-post/website}\n';
const SITE = { name: 'The Test Post', url: 'https://test.example', language: 'en', timeZone: 'Europe/Kyiv' };

interface Field {
  readonly name: string;
  readonly widget: string;
  readonly hint?: string;
  readonly options?: readonly unknown[];
  readonly fields?: readonly Field[];
}
interface Collection {
  readonly name: string;
  readonly path?: string;
  readonly fields: readonly Field[];
}

async function demo() {
  const { value } = await loadSite(path.join(ROOT, 'content'));
  if (!value) throw new Error('the demonstration newspaper has no site.yaml');
  return deskConfig(deskSource(value, [], true));
}

function collectionsOf({ cms }: { readonly cms: Readonly<Record<string, unknown>> }): readonly Collection[] {
  return cms['collections'] as readonly Collection[];
}

test('Sveltia CMS’s own schema finds nothing wrong with the configuration', async () => {
  const schema = JSON.parse(
    await readFile(path.join(ROOT, 'node_modules/@sveltia/cms/schema/sveltia-cms.json'), 'utf8'),
  );
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  const remote = siteSchema.parse({ ...SITE, desk: { backend: 'gitlab', repo: 'test/post', appId: '7' } });
  for (const config of [await demo(), deskConfig(deskSource(remote, ['articles/a.md', 'articles/2020/b.md'], false))]) {
    validate(config.cms);
    expect(validate.errors ?? []).toEqual([]);
  }
});

test('every key that an editor may write has a field, with what the reference says of it', async () => {
  const schemas = {
    articles: articleSchema,
    authors: authorSchema,
    tags: tagSchema,
    series: seriesSchema,
    pages: pageSchema,
  };
  for (const { name, fields } of collectionsOf(await demo())) {
    const keys = Object.keys(schemas[name as keyof typeof schemas].shape);
    const named = fields.map((field) => field.name);
    expect(keys.filter((key) => !named.includes(key))).toEqual(name === 'articles' ? ['author'] : []);
    for (const field of fields)
      if (field.name !== 'body' && field.widget !== 'image') expect(field.hint, field.name).toBeTruthy();
  }
});

describe('the form of an article', async () => {
  const [articles] = collectionsOf(await demo());
  const field = (name: string) => articles?.fields.find((candidate) => candidate.name === name);

  test('offers what the publication has', () => {
    expect(field('section')?.options).toContainEqual({ label: 'Ukraine', value: 'ukraine' });
    expect(field('language')?.options).toEqual([
      { label: 'English', value: 'en' },
      { label: 'Ukrainian', value: 'uk' },
    ]);
    expect(field('authors')).toMatchObject({ widget: 'relation', collection: 'authors', multiple: true });
    expect(field('kind')?.options).toContain('explainer');
  });

  test('has pictures with their credits, posts and corrections', () => {
    expect(field('image')?.fields?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['src', 'alt', 'caption', 'credit', 'focus']),
    );
    expect(field('corrections')?.fields?.map(({ name, widget }) => [name, widget])).toEqual([
      ['date', 'datetime'],
      ['text', 'text'],
    ]);
    expect(field('tweets')?.widget).toBe('list');
  });

  test('asks for dates in the zone of the publication and writes them as people do', () => {
    expect(field('date')).toMatchObject({ input_timezone: 'Europe/Kyiv', format: 'YYYY-MM-DD HH:mm' });
  });
});

test('articles in folders of any depth are in the desk', () => {
  const source = deskSource(
    siteSchema.parse(SITE),
    ['articles/a.md', 'articles/2020/01/b.md', 'articles/x/y/z/c.md'],
    true,
  );
  expect(
    collectionsOf(deskConfig(source))
      .slice(0, 3)
      .map(({ name, path: form }) => [name, form]),
  ).toEqual([
    ['articles', '{{year}}/{{month}}/{{slug}}'],
    ['articles-0', '{{slug}}'],
    ['articles-3', '{{folder0}}/{{folder1}}/{{folder2}}/{{slug}}'],
  ]);
});

describe('the desk of a published site', () => {
  test('is not there unless site.yaml asks for it', async () => {
    const files = await (await SmallSite.write({})).build();
    expect([...files.keys()].filter((name) => name.startsWith('admin/'))).toEqual([]);
    expect(files.get('_headers')?.toString()).not.toContain('/admin/');
  });

  test('is a page with a policy of its own, that speaks with the host of the repository alone', async () => {
    const site = await SmallSite.write({ 'site.yaml': SITE_YAML + DESK });
    const files = await site.build();
    expect(files.get('admin/index.html')?.toString()).toContain('noindex');
    const config = JSON.parse(files.get('admin/config.json')?.toString() ?? '');
    expect(config.cms.backend).toEqual({ name: 'github', repo: 'test-post/website', branch: 'main' });
    expect(config.styles).toEqual([expect.stringMatching(/^\/assets\/styles\/article\.\w+\.css$/)]);
    for (const style of config.styles) expect([...files.keys()]).toContain(style.slice(1));
    const headers = files.get('_headers')?.toString() ?? '';
    expect(headers).toContain('/admin/*\n  ! Content-Security-Policy\n');
    expect(headers).toContain("connect-src 'self' blob: data: https://api.github.com;");
    for (const name of files.keys())
      if (/sitemap|feed|robots/.test(name)) expect(files.get(name)?.toString()).not.toContain('/admin/');
  });

  test('tells nothing of what is not published', async () => {
    const site = await SmallSite.write({
      'site.yaml': SITE_YAML + DESK,
      'articles/2026/07/secret.md': '---\ntitle: The arrest\ndate: 2099-01-01\ntags: [arrest]\n---\n\nText.\n',
    });
    const files = await site.build();
    expect(files.get('admin/config.json')?.toString()).not.toMatch(/arrest|secret/i);
  });

  test('a host of the newsroom’s own is named instead of the public one', () => {
    const policy = (desk: object) => deskSecurityPolicy(siteSchema.parse({ ...SITE, desk }).desk);
    expect(policy({ backend: 'gitlab', repo: 'a/b', apiRoot: 'https://git.test.example/api/v4' })).toContain(
      "connect-src 'self' blob: data: https://git.test.example;",
    );
    expect(policy({ backend: 'gitea', repo: 'a/b' })).toContain('https://gitea.com;');
    expect(deskSecurityPolicy(undefined)).not.toContain('https:');
  });
});
