import { expect, test } from 'vitest';
import { article, SITE_YAML, SmallSite } from '../small-site.ts';

const tagged = (...tags: string[]) => article({ tags });

test('a label in any spelling that a tag’s file knows means that tag', async () => {
  const site = await SmallSite.write({
    'tags/mariupol.md':
      '---\nlabel: {en: Mariupol, uk: Маріуполь}\naliases: [Zhdanov]\n---\n\nA port on the Azov Sea.\n',
    'articles/a.md': tagged('mariupol'),
    'articles/b.md': tagged('МАРІУПОЛЬ '.trim()),
    'articles/c.md': tagged('zhdanov', 'Mariupol'),
    'articles/d.md': tagged('MARIUPOL'),
  });
  const view = await site.view('listing', '/tag/mariupol/');
  expect(view).toMatchObject({ heading: 'Mariupol', count: 4 });
  expect(view.introduction.join('')).toContain('Azov Sea');
  expect((await site.view('article', '/2026/07/01/c/')).tags).toEqual([{ label: 'Mariupol', href: '/tag/mariupol/' }]);
});

test('a tag without a file is called as its first article called it, and a later one does not rename it', async () => {
  const site = await SmallSite.write({
    'articles/a.md': article({ tags: ['River life'], date: '2026-06-01' }),
    'articles/b.md': article({ tags: ['river LIFE'], date: '2026-06-02' }),
  });
  expect((await site.view('listing', '/tag/river-life/')).heading).toBe('River life');
  expect((await site.view('article', '/2026/06/02/b/')).tags).toEqual([
    { label: 'River life', href: '/tag/river-life/' },
  ]);
});

test('one tag named twice in an article counts once', async () => {
  const site = await SmallSite.write({ 'articles/a.md': tagged('Energy', 'energy', 'ENERGY') });
  expect((await site.view('listing', '/tag/energy/')).count).toBe(1);
});

test('each edition calls a tag in its own language', async () => {
  const site = await SmallSite.write({
    'site.yaml': `${SITE_YAML}languages: [en, uk]\n`,
    'tags/kyiv.md': '---\nlabel: {en: Kyiv, uk: Київ}\n---\n',
    'articles/a.md': tagged('Kyiv'),
    'articles/b.md': article({ tags: ['київ'], language: 'uk' }),
  });
  expect((await site.view('listing', '/tag/kyiv/')).heading).toBe('Kyiv');
  expect((await site.view('listing', '/uk/tag/kyiv/')).heading).toBe('Київ');
});

test('a tag that only drafts use has no page', async () => {
  const site = await SmallSite.write({ 'articles/a.md': article({ tags: ['Secret'], draft: true }) });
  await expect(site.view('listing', '/tag/secret/')).rejects.toThrow('no listing');
});
