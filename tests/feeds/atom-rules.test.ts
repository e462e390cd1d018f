import type { Element } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import { article, PIXEL } from '../small-site.ts';
import { author, machinesOf, parseXml } from './machine-workshop.ts';

const ATOM = 'http://www.w3.org/2005/Atom';
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const children = (parent: Element, name: string): Element[] =>
  Array.from(parent.childNodes).filter(
    (node): node is Element =>
      node.nodeType === 1 && (node as Element).localName === name && node.namespaceURI === ATOM,
  );
const linksOf = (parent: Element, rel: string) =>
  children(parent, 'link').filter((link) => (link.getAttribute('rel') ?? 'alternate') === rel);

async function feedOf(files: Record<string, string | Uint8Array>): Promise<Element> {
  const { text } = await machinesOf(files);
  const feed = parseXml(text('/atom.xml')).documentElement;
  if (!feed) throw new Error('there is no document element');
  return feed;
}

const SOME = {
  'authors/olha.md': author('Olha'),
  'images/a.png': PIXEL,
  'articles/a.md': article({
    authors: ['olha'],
    section: 'news',
    tags: ['one'],
    standfirst: 'In short.',
    image: { src: '/images/a.png', alt: 'A', credit: 'B' },
  }),
  'articles/b.md': article({ title: 'By nobody', date: '2026-06-01' }),
};

/** RFC 4287, rule by rule: sections 4.1.1, 4.1.2, 4.2 and 3.3. */
test.each([
  ['with articles', SOME],
  ['without any', {}],
])('the feed of a site %s keeps the rules of RFC 4287', async (_, files) => {
  const feed = await feedOf(files);
  expect(feed.localName).toBe('feed');
  expect(feed.namespaceURI).toBe(ATOM);
  const entries = children(feed, 'entry');
  const ids = new Set<string>();
  for (const element of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated']) expect(children(element, name), name).toHaveLength(1);
    for (const name of ['published', 'rights', 'subtitle', 'summary', 'content', 'generator', 'icon', 'logo', 'source'])
      expect(children(element, name).length, name).toBeLessThanOrEqual(1);
    for (const name of ['updated', 'published'])
      for (const date of children(element, name)) expect(date.textContent).toMatch(DATE);
    const id = children(element, 'id')[0]?.textContent ?? '';
    expect(id).toMatch(/^[a-z][a-z0-9+.-]*:\S+$/);
    expect(ids.has(id)).toBe(false);
    ids.add(id);
    for (const person of children(element, 'author')) {
      expect(children(person, 'name')).toHaveLength(1);
      expect(children(person, 'uri').length).toBeLessThanOrEqual(1);
    }
    for (const category of children(element, 'category')) expect(category.getAttribute('term')).not.toBe('');
    const kinds = children(element, 'link').map((link) =>
      ['rel', 'type', 'hreflang'].map((attribute) => link.getAttribute(attribute)).join(' '),
    );
    const alternates = kinds.filter((kind) => kind.startsWith('alternate'));
    expect(new Set(alternates).size).toBe(alternates.length);
    for (const link of children(element, 'link')) expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
  }
  expect(linksOf(feed, 'self')).toHaveLength(1);
  expect(children(feed, 'author').length).toBeGreaterThan(0);
  for (const entry of entries) {
    const [content] = children(entry, 'content');
    expect(['text', 'html', 'xhtml']).toContain(content?.getAttribute('type'));
    if (!content) expect(linksOf(entry, 'alternate').length).toBeGreaterThan(0);
  }
});
