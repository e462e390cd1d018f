import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { parseYaml } from '../../src/content/yaml.ts';
import { importRules, type Mapping, mappingSchema } from '../../src/import/import-rules.ts';
import type { Generator } from '../../src/import/markdown-site/file-names.ts';
import { planMarkdownImport } from '../../src/import/markdown-site/plan-import.ts';
import { ROOT, runDateline } from '../cli/run-dateline.ts';
import { SmallSite } from '../small-site.ts';
import { planned, SITE } from './wordpress-export.ts';

function moved(generator: Generator, texts: Readonly<Record<string, string>>, mapping: Mapping = {}) {
  const rules = importRules(mapping, { sections: new Map() });
  const plan = planMarkdownImport(new Map(Object.entries(texts)), Object.keys(texts), {
    ...rules,
    ...{ generator, site: SITE, knownAuthors: new Set<string>() },
  });
  const read = (file: string) => splitFrontMatter(file, plan.files.get(file) ?? '');
  return { plan, read, article: read('articles/2024/03/a.md') };
}

const post = (keys: string, body = 'Text.') => `---\ntitle: A\ndate: 2024-03-15\n${keys}---\n${body}\n`;

test('a mapping gives a site’s own keys, values, sections, authors and tags their places', () => {
  const text = post(
    'kicker: Sea\nhero:\n  file: none.jpg\ncity: ODESA\nsource: x\nbyline: [J. Doe]\ntags: [ux, drop]\ncategories: Politics\n',
  );
  const { article, plan } = moved(
    'hugo',
    { 'content/posts/a.md': text },
    {
      keys: { kicker: 'tags', 'hero.file': 'image', city: 'dateline', source: 'ignore', byline: 'authors' },
      fixed: { kind: 'analysis', dateline: 'KYIV' },
      sections: { categories: { politics: 'arts' } },
      authors: { 'J. Doe': 'jane-doe' },
      tags: { UX: 'user experience', drop: 'ignore' },
    },
  );
  expect(article.data).toMatchObject({
    dateline: 'ODESA',
    kind: 'analysis',
    section: 'arts',
    authors: ['jane-doe'],
    tags: ['user experience', 'Sea'],
  });
  expect(plan.notes.map(({ message, detail }) => `${message}: ${detail}`)).toEqual([
    'the lead picture is not in the folder and was left out: none.jpg',
  ]);
});

test('folders are sections, the longest first; others go where all others go', () => {
  const sections = { folders: { 'content/posts': 'arts', 'content/posts/hard': 'news' }, otherwise: 'arts' };
  const { read } = moved('hugo', { 'content/posts/hard/a.md': post(''), 'content/blog/b.md': post('') }, { sections });
  expect(read('articles/2024/03/a.md').data?.['section']).toBe('news');
  expect(read('articles/2024/03/b.md').data?.['section']).toBe('arts');
});

test.each([
  ['leave', '[a](/shop/x#y) [b](https://old.example/shop/)'],
  ['words', 'a b'],
  [
    'archive',
    '[a](https://web.archive.org/web/20240315/https://old.example/shop/x#y) [b](https://web.archive.org/web/20240315/https://old.example/shop/)',
  ],
] as const)('lostLinks: %s', (lostLinks, expected) => {
  const body = '[a](/shop/x#y) [b](https://old.example/shop/)';
  const { article } = moved('hugo', { 'content/a.md': post('', body) }, { lostLinks, address: 'https://old.example' });
  expect(article.body.trim().replace('[b](/shop/)', '[b](https://old.example/shop/)')).toBe(expected);
});

test.each<[Generator, Readonly<Record<string, string>>, string]>([
  [
    'hugo',
    { 'hugo.toml': '[permalinks]\nposts = "/:year/:slug"\n', 'content/posts/a.md': post('slug: b\n') },
    '/2024/b/',
  ],
  ['hugo', { 'config.yaml': 'permalinks: {page: {posts: /n/:title/}}\n', 'content/posts/a.md': post('') }, '/n/a/'],
  [
    'jekyll',
    { '_config.yml': 'permalink: pretty\n', '_posts/2024-03-15-a.md': post('categories: [x]\n') },
    '/x/2024/03/15/a/',
  ],
  ['jekyll', { '_posts/2024-03-15-a.md': post('') }, '/2024/03/15/a.html'],
  [
    'eleventy',
    {
      'posts/posts.json': '{"permalink": "/{{ page.date | date: \'%Y/%m\' }}/{{ page.fileSlug }}/"}',
      'posts/2024-03-15-a.md': post(''),
    },
    '/2024/03/a/',
  ],
])('the settings of %s say where a text was', (generator, texts, expected) => {
  const { plan } = moved(generator, texts);
  const [file = ''] = [...plan.files.keys()];
  expect(splitFrontMatter(file, plan.files.get(file) ?? '').data?.['redirectFrom']).toEqual([expected]);
});

test('authors and tags that have pages or data there have them here, and their old addresses lead there', () => {
  const { plan, read } = moved('hugo', {
    'content/news/a.md': post('authors: [olha]\ntopics: [old-town]\n'),
    'content/authors/olha/_index.md': '---\ndisplay_name: Olha Bondar\nrole: Editor\ngithub: olha\n---\nWrites.\n',
    'content/authors/idle/_index.md': '---\nfirst_name: I.\nlast_name: Dle\n---\n',
    'content/topics/old-town/_index.md': '---\ntitle: Old town\ndeck: Its streets.\n---\n',
    'content/topics/_index.md': '---\ntitle: Topics\n---\n',
    'data/authors/emil.yaml': 'name: Emil Radford\n',
  });
  expect(read('authors/olha.md')).toMatchObject({
    data: { name: 'Olha Bondar', role: 'Editor', links: [{ label: 'GitHub', href: 'https://github.com/olha' }] },
    body: 'Writes.\n',
  });
  expect(read('authors/emil.md').data).toEqual({ name: 'Emil Radford' });
  expect(read('tags/old-town.md').data).toEqual({ label: 'Old town', description: 'Its streets.' });
  expect(Object.fromEntries(plan.redirects)).toEqual({
    '/authors/olha/': '/author/olha/',
    '/authors/idle/': '/authors/',
    '/topics/old-town/': '/tag/old-town/',
    '/topics/': '/tags/',
  });
});

test.each<[string, Generator, string, string]>([
  ['an anchor of a heading', 'hugo', '## Why {#w}\n\nSee [why](#w) and [no](#n).', '## Why\n\nSee [why](#why) and no.'],
  ['boxes', 'hugo', '{{< note title="Mind" >}}\nA.\n{{< /note >}}', '::: factbox Mind\nA.\n:::'],
  ['quotes', 'hugo', '{{< quote-block text="Yes." cite="O." >}}', '> Yes.\n> — O.'],
  ['links', 'hugo', '{{< button href="https://b.example/" text="Go" >}}', '[Go](https://b.example/)'],
  [
    'HTML',
    'hugo',
    '<p style="x">A <b>b</b>\n<a href="https://b.example/">c</a></p>',
    'A **b** [c](https://b.example/)',
  ],
  ['headings', 'eleventy', '# A\n\nB\n===\n\n<h3>C</h3>', '## A\n\n## B\n\n### C'],
  [
    'frames',
    'hugo',
    '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  ],
  [
    'footnotes by hand',
    'hugo',
    'A<sup><a href="#fn1" id="r1">[1]</a></sup>.\n\n<ol><li id="fn1">B. <a href="#r1">↩</a></li></ol>',
    'A[^1].\n\n[^1]: B.',
  ],
  [
    'loops over a list that is written out',
    'jekyll',
    '{% assign n = "1|2" | split: "|" %}\n{% for i in n %}\n[{{ i }}]: https://b.example/{{ i }}\n{% endfor %}',
    '[1]: https://b.example/1\n[2]: https://b.example/2',
  ],
  ['values', 'jekyll', '{{ site.repo }}/a {{ page.title }}', 'https://b.example/a A'],
  ['authors', 'eleventy', '{{ "olha-b" | team_photo }}By {{ "olha-b" | team_link }}', 'By Olha B'],
])('%s', (_, generator, body, expected) => {
  const file = { hugo: 'content/a.md', jekyll: '_posts/2024-03-15-a.md', eleventy: 'a.md' }[generator];
  const { article } = moved(generator, { [file]: post('', body) }, { values: { 'site.repo': 'https://b.example' } });
  expect(article.body.trim()).toBe(expected);
});

test('of WordPress, custom fields, tags, sections and lost links', async () => {
  const rules = importRules(
    {
      keys: { city: 'dateline', sub: 'standfirst' },
      tags: { sea: 'ocean' },
      sections: { otherwise: 'arts' },
      lostLinks: 'words',
    },
    { sections: new Map() },
  );
  const content = '<a href="https://old.example/shop/">shop</a>';
  const plan = await planned(
    [{ name: 'a', content, terms: ['post_tag:sea'], meta: { city: 'ODESA', sub: 'At last.' } }],
    rules,
  );
  const { data, body } = splitFrontMatter('a.md', plan.files.get('articles/2024/03/a.md') ?? '');
  expect(data).toMatchObject({ standfirst: 'At last.', dateline: 'ODESA', section: 'arts', tags: ['ocean'] });
  expect(body.trim()).toBe('shop');
});

test('what is wrong with a mapping file is told with its place, and nothing is imported', async () => {
  const site = await SmallSite.write({});
  const file = path.join(site.folder, 'map.yaml');
  await writeFile(file, 'keys: {deck: standfrist}\nsections: {otherwise: nwes}\nkyes: {}\n');
  const ran = await runDateline(['import', 'jekyll', ROOT, '--content', site.content, '--mapping', file]);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toMatch(/map\.yaml:1:14 {2}error {2}value-invalid\n[\s\S]*did you mean `standfirst`/);
  expect(ran.stderr).toMatch(/map\.yaml:3:1 {2}error {2}key-unknown\n/);
  await writeFile(file, 'sections: {otherwise: nwes}\n');
  const again = await runDateline(['import', 'jekyll', ROOT, '--content', site.content, '--mapping', file]);
  expect(again.stderr).toMatch(/map\.yaml:1:23 {2}error {2}section-unknown\n[\s\S]*did you mean `news`/);
});

test('the mapping file of the documentation is one', async () => {
  const text = await readFile(path.join(ROOT, 'docs/importing.md'), 'utf8');
  const [, example = ''] = /## A mapping file\n[\s\S]*?```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  expect(mappingSchema.safeParse(parseYaml(example).data).error).toBeUndefined();
});
