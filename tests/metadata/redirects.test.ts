import { expect, test } from 'vitest';
import { flattenRedirects } from '../../src/metadata/flatten-redirects.ts';
import { machinesOf } from '../feeds/machine-workshop.ts';
import { article, SITE_YAML, SmallSite } from '../small-site.ts';

const flat = (targets: Record<string, string>) => {
  const { ends, loops } = flattenRedirects(new Map(Object.entries(targets)));
  return { ends: Object.fromEntries(ends), loops };
};

test('a chain is followed to its end, wherever one begins', () => {
  expect(flat({ a: 'b', b: 'c', c: 'd', x: 'c' })).toEqual({ ends: { a: 'd', b: 'd', c: 'd', x: 'd' }, loops: [] });
});

test('a ring is found once, and what leads into it has no end', () => {
  expect(flat({ x: 'c', c: 'a', a: 'b', b: 'c', y: 'z' })).toEqual({ ends: { y: 'z' }, loops: [['a', 'b', 'c']] });
  expect(flat({ a: 'a' })).toEqual({ ends: {}, loops: [['a']] });
  expect(flat({ a: 'b', b: 'a', c: 'd', d: 'c' }).loops).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

const PAGE = '---\ntitle: Support & us\n---\n## How\n\nText.\n';

test('an old address has a page that leads on, and a line for servers', async () => {
  const { text } = await machinesOf({
    'pages/support.md': PAGE,
    'redirects.yaml': '/donate: /support/#how\n/give/: /donate/\n/old.html: https://other.example/a?b=c\n',
  });
  const page = text('/give/index.html');
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/support/#how">');
  expect(page).toContain('<link rel="canonical" href="https://test.example/support/">');
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain('<a href="/support/#how">Support &amp; us</a>');
  expect(text('/old.html')).toContain('url=https://other.example/a?b=c');
  expect(text('/_redirects')).toBe(
    '/donate/ /support/#how 301\n/give/ /support/#how 301\n/old.html https://other.example/a?b=c 301\n',
  );
});

test('articles and pages that moved, and tags that were written otherwise, lead to where they are now', async () => {
  const { text } = await machinesOf({
    'pages/support.md': PAGE.replace('title', 'redirectFrom: [/donate/]\ntitle'),
    'tags/energy.md': '---\nlabel: Energy and power\naliases: [Electricity, Енергетика]\n---\n',
    'articles/a.md': article({ redirectFrom: ['/2019/стара/'], tags: ['Electricity'] }),
  });
  expect(text('/_redirects').trim().split('\n')).toEqual([
    '/2019/%D1%81%D1%82%D0%B0%D1%80%D0%B0/ /2026/07/01/a/ 301',
    '/donate/ /support/ 301',
    '/tag/electricity/ /tag/energy/ 301',
    expect.stringMatching(/^\/tag\/e.+\/ \/tag\/energy\/ 301$/),
    '/tag/energy-and-power/ /tag/energy/ 301',
  ]);
  expect(text('/2019/стара/index.html')).toContain('url=/2026/07/01/a/');
});

test('a redirect to what is not published yet waits for it', async () => {
  const { files } = await machinesOf({
    'articles/a.md': article({ draft: true, redirectFrom: ['/old/'] }),
    'redirects.yaml': '/b/: /2026/07/01/a/\n/c/: /b/\n',
  });
  expect([...files.keys()].filter((address) => /^\/(?:old|b|c|_redirects)(?:\/|$)/.test(address))).toEqual([]);
});

test('addresses within the base path lead within it', async () => {
  const { text } = await machinesOf(
    { 'pages/support.md': PAGE, 'redirects.yaml': '/donate/: /support/\n' },
    { baseUrl: 'https://host.example/paper' },
  );
  expect(text('/_redirects')).toBe('/paper/donate/ /paper/support/ 301\n');
  expect(text('/donate/index.html')).toContain('href="https://host.example/paper/support/"');
});

test.each([
  ['/a/: /b/\n/b/: /c/\n/c/: /b/\n', ['redirects.yaml:2:1 redirect-loop']],
  ['/feed.xml: /support/\n', ['redirects.yaml:1:1 redirect-conflict']],
  ['/SUPPORT/: /archive/\n', ['redirects.yaml:1:1 redirect-conflict']],
  ['/a: /support/\n/a/: /archive/\n', ['redirects.yaml:2:1 redirect-conflict']],
  ['/a.html: /support/\n/a.html/b: /support/\n', ['redirects.yaml:2:1 redirect-conflict']],
  ['/a/../../b: /support/\n', ['redirects.yaml:1:1 path-outside']],
  ['/a?b=c: /support/\n', ['redirects.yaml:1:1 value-invalid']],
  ['/a/: /support/#nowhere\n', ['redirects.yaml:1:1 redirect-target-missing']],
  ['/a/: mailto:desk@test.example\n', ['redirects.yaml:1:1 redirect-target-missing']],
  ['/a/: https://test.example/nothing/\n', ['redirects.yaml:1:1 redirect-target-missing']],
  ['/a/: /b/\n/b/: /nothing/\n', ['redirects.yaml:2:1 redirect-target-missing']],
])('%j is reported', async (redirects, expected) => {
  const site = await SmallSite.write({ 'site.yaml': SITE_YAML, 'pages/support.md': PAGE, 'redirects.yaml': redirects });
  const { diagnostics } = await site.prepare();
  expect(diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code}`)).toEqual(expected);
});

test('an address in capital letters is a line for servers, and no page: many disks hold one of the two', async () => {
  const { text, files } = await machinesOf({
    'pages/ask-18f.md': PAGE.replace('---\n##', 'redirectFrom: [/ask-18F/]\n---\n##'),
  });
  expect(text('/_redirects')).toBe('/ask-18F/ /ask-18f/ 301\n');
  expect([...files.keys()].filter((address) => address.startsWith('/ask'))).toEqual([]);
});
