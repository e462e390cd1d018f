import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { headersFor, SECURITY_HEADERS } from '../../src/metadata/response-headers.ts';
import { contentSecurityPolicy, previewSecurityPolicy } from '../../src/metadata/security-policy.ts';
import { readHeaders } from '../browser/tree-server.ts';
import { IN_TWO_LANGUAGES, machinesOf } from '../feeds/machine-workshop.ts';
import { article, SITE_YAML } from '../small-site.ts';

const VIDEO = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ\n';

test('every response has the policy and the other headers; nothing inline is allowed', async () => {
  const { text, site } = await machinesOf({ 'articles/a.md': article() });
  const rules = readHeaders(text('/_headers'));
  expect(rules).toEqual(site.headers);
  const headers = headersFor('/archive/', rules);
  expect(headers).toEqual({ 'Content-Security-Policy': contentSecurityPolicy([]), ...SECURITY_HEADERS });
  expect(headers['Content-Security-Policy']).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|data:|\*/);
});

test('what never changes under its name is kept for ever, and nothing else says how long', async () => {
  const { site } = await machinesOf({ 'articles/a.md': article() });
  expect(headersFor('/assets/styles/site.0123456789.css', site.headers)['Cache-Control']).toContain('immutable');
  expect(headersFor('/img/a.webp', site.headers)['Cache-Control']).toContain('immutable');
  expect(headersFor('/', site.headers)['Cache-Control']).toBeUndefined();
});

test('players are named only when something published has one', async () => {
  const frames = async (files: Record<string, string>): Promise<string | undefined> => {
    const { site } = await machinesOf(files);
    return /frame-src ([^;]+)/.exec(headersFor('/', site.headers)['Content-Security-Policy'] ?? '')?.[1];
  };
  expect(await frames({ 'articles/a.md': article({}, VIDEO) })).toBe('https://www.youtube-nocookie.com');
  expect(await frames({ 'pages/a.md': `---\ntitle: A\n---\n\nhttps://vimeo.com/123456\n` })).toBe(
    'https://player.vimeo.com',
  );
  expect(await frames({ 'articles/a.md': article({ date: '2026-07-05' }, VIDEO) })).toBe("'none'");
  expect(await frames({ 'articles/a.md': article({ draft: true }, VIDEO) })).toBe("'none'");
});

test('feeds have their types, and those of an edition name their hub and themselves', async () => {
  const { site } = await machinesOf({
    'site.yaml': `${IN_TWO_LANGUAGES}feeds: {hub: "https://hub.example/"}\n`,
    'articles/a.md': article({ tags: ['Kyiv'] }),
  });
  const of = (address: string) => headersFor(address, site.headers);
  expect(of('/uk/feed.xml')).toMatchObject({
    'Content-Type': 'application/xml; charset=utf-8',
    Link: '<https://hub.example/>; rel="hub", <https://test.example/uk/feed.xml>; rel="self"',
  });
  expect(of('/atom.xml')['Content-Type']).toBe('application/xml; charset=utf-8');
  expect(of('/feed.json')['Content-Type']).toBe('application/feed+json; charset=utf-8');
  expect(of('/tag/kyiv/feed.xml')['Content-Type']).toBe('application/xml; charset=utf-8');
  expect(of('/tag/kyiv/')['Content-Type']).toBeUndefined();
});

test('no header is named by two rules that hold for one address, and Cloudflare’s limits are kept', async () => {
  const { site, text, files } = await machinesOf({
    'site.yaml': `${IN_TWO_LANGUAGES}feeds: {hub: "https://hub.example/"}\n`,
    'articles/a.md': article({ tags: ['Kyiv'] }),
  });
  for (const address of [...files.keys(), '/', '/assets/a.css', '/img/a.webp']) {
    const named = site.headers.flatMap((rule) => Object.keys(headersFor(address, [rule])));
    expect(named.toSorted()).toEqual([...new Set(named)].toSorted());
  }
  expect(site.headers.length).toBeLessThan(100);
  expect(
    Math.max(
      ...text('/_headers')
        .split('\n')
        .map((line) => line.length),
    ),
  ).toBeLessThan(2000);
});

test('what the first screen needs is announced ahead of front pages and articles, and of no others', async () => {
  const files = {
    'site.yaml': IN_TWO_LANGUAGES,
    'articles/a.md': article(),
    'articles/uk.md': article({ language: 'uk' }),
    'articles/old.md': article({ date: '2019-02-03' }),
    'pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
  };
  const { site } = await machinesOf(files);
  const announced = (address: string) =>
    [...(headersFor(address, site.headers)['Link'] ?? '').matchAll(/<\/assets\/([\w/-]+)\./g)].map(([, name]) => name);
  const latin = ['scripts/site', 'fonts/serif-latin', 'fonts/sans-latin'];
  expect(announced('/')).toEqual(['styles/front', ...latin]);
  expect(announced('/2026/07/01/a/')).toEqual(['styles/article', ...latin]);
  expect(announced('/2019/02/03/old/')).toEqual(['styles/article', ...latin]);
  expect(announced('/uk/')).toContain('fonts/serif-cyrillic');
  for (const { path } of site.pages.filter(({ layout }) => layout !== 'front' && layout !== 'article'))
    expect(announced(path)).toEqual([]);
  // Faces are those that all articles of the edition have.
  const mixed = { ...files, 'site.yaml': SITE_YAML };
  const { site: one } = await machinesOf(mixed);
  expect(headersFor('/2026/07/01/a/', one.headers)['Link']).not.toContain('font');
  const short = { ...files, 'site.yaml': `${SITE_YAML}permalinks: {article: "/{year}/{month}/{slug}/"}\n` };
  expect(headersFor('/2026/07/a/', (await machinesOf(short)).site.headers)['Link']).toBeUndefined();
});

test('under a path the rules stand under it too', async () => {
  const { text } = await machinesOf({ 'articles/a.md': article() }, { baseUrl: 'https://test.example/news/' });
  expect(readHeaders(text('/_headers')).map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/news/*', '/news/assets/*', '/news/feed.xml']),
  );
});

test('the preview’s policy lets the live client work, and no more', () => {
  const policy = previewSecurityPolicy(contentSecurityPolicy([]));
  expect(policy).toContain("connect-src 'self' ws://localhost:*");
  expect(policy).not.toMatch(/trusted-types|unsafe-inline/);
});

test('the snippets for nginx and Apache say the same', async () => {
  const docs = await readFile(new URL('../../docs/hosting.md', import.meta.url), 'utf8');
  const all = {
    'Content-Security-Policy': contentSecurityPolicy(['https://player.vimeo.com', 'https://www.youtube-nocookie.com']),
    ...SECURITY_HEADERS,
  };
  for (const [name, value] of Object.entries(all)) {
    expect(docs).toContain(`add_header ${name} "${value}" always;`);
    expect(docs).toContain(`Header always set ${name} "${value}"`);
  }
});

test('security.txt says whom to tell, until when', async () => {
  const security =
    'security: {contact: [security@test.example, "https://test.example/report"], expires: 2027-07-01, languages: [en, uk]}';
  const { text, files } = await machinesOf({ 'site.yaml': `${SITE_YAML}${security}\n`, 'articles/a.md': article() });
  expect(text('/.well-known/security.txt')).toBe(
    'Contact: mailto:security@test.example\nContact: https://test.example/report\nExpires: 2027-07-01T23:59:59.000Z\nPreferred-Languages: en, uk\nCanonical: https://test.example/.well-known/security.txt\n',
  );
  expect((await machinesOf({ 'articles/a.md': article() })).files.has('/.well-known/security.txt')).toBe(false);
  expect(files.size).toBeGreaterThan(5);
});
