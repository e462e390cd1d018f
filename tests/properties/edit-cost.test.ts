import { cp, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { article, type Files, readTree, SITE_YAML, SmallSite } from '../small-site.ts';

const articleFile = (i: number, keys: Readonly<Record<string, unknown>> = {}, text = `Paragraph ${i}.\n`): Files => ({
  [`articles/a-${i}.md`]: article(
    {
      title: `Headline ${i}`,
      date: `2026-0${1 + Math.floor(i / 28)}-${String(1 + (i % 28)).padStart(2, '0')}`,
      section: 'news',
      tags: [`Tag ${i % 7}`],
      authors: ['olha'],
      ...keys,
    },
    text,
  ),
});

test.each([40, 160])(
  'on a site of %d articles an edit costs the article and what shows it',
  async (count) => {
    const site = await SmallSite.write({
      'site.yaml': `${SITE_YAML}listings: {size: 10}\n`,
      'authors/olha.md': '---\nname: Olha\n---\n\nWrites.\n',
      ...Object.assign({}, ...Array.from({ length: count }, (_, i) => articleFile(i))),
    });
    const first = await build(site);
    expect(first.parsed).toBe(count + 1);
    expect(first.rendered).toBe(first.pages);

    expect(await build(site)).toMatchObject({ parsed: 0, rendered: 0, changed: 0 });

    // An old article's text: its page, its JSON, and the feed of its tag as long as that reaches so far back.
    await site.put(articleFile(3, {}, 'Another paragraph.\n'));
    const text = await build(site);
    expect(text).toMatchObject({ parsed: 1, rendered: 1 });
    expect(['2026/01/04/a-3/index.html', '2026/01/04/a-3/index.json', 'tag/tag-3/feed.xml']).toEqual(
      expect.arrayContaining(text.changedOutsideSearch),
    );

    // Its headline stands on its neighbours' pages, in listings and in lists of related articles too: those alone are made.
    await site.put(articleFile(3, { title: 'Another headline' }, 'Another paragraph.\n'));
    const headline = await build(site);
    expect(headline.parsed).toBe(1);
    expect(headline.rendered).toBeLessThanOrEqual(20);
  },
  60_000,
);

test('a fresh clone reads nothing that was read before, and what differs though its size and times are the same', async () => {
  const site = await SmallSite.write({
    'authors/olha.md': '---\nname: Olha\n---\n\nWrites.\n',
    ...Object.assign({}, ...Array.from({ length: 9 }, (_, i) => articleFile(i))),
  });
  expect((await build(site)).parsed).toBe(10);
  const clone = path.join(site.folder, 'clone');
  await cp(site.content, clone, { recursive: true });
  await rm(site.content, { recursive: true });
  await rename(clone, site.content);
  expect(await build(site)).toMatchObject({ parsed: 0, rendered: 0, changed: 0 });
  // By now the new times are known, too.
  expect(await build(site)).toMatchObject({ parsed: 0, changed: 0 });

  const file = path.join(site.content, 'articles/a-3.md');
  const { atime, mtime } = await stat(file);
  await site.put(articleFile(3, {}, 'Paragraph 7.\n'));
  await utimes(file, atime, mtime);
  expect(await build(site)).toMatchObject({ parsed: 1, rendered: 1 });
}, 60_000);

async function build(site: SmallSite) {
  const cache = path.join(site.folder, 'kept');
  const reader = new ContentReader(1, cache);
  // A file that is younger than the file system's clock is exact counts as unread.
  await new Promise((resolve) => setTimeout(resolve, 80));
  const { site: ready } = await site.prepare({ cache, reader });
  if (!ready) throw new Error('the site has errors');
  const before = await readTree(site.output).catch(() => new Map<string, Buffer>());
  const written = await writeSite(ready, site.output, cache);
  const after = await readTree(site.output);
  const rewritten = [...after].filter(([name, bytes]) => !before.get(name)?.equals(bytes)).map(([name]) => name);
  return {
    parsed: reader.parsed,
    ...written,
    changedOutsideSearch: rewritten.filter((name) => !name.startsWith('pagefind/') && name !== '.dateline-manifest'),
  };
}
