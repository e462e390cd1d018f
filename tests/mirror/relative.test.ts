import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MirroredSite, relativeAddress } from '../../src/mirror/relative-address.ts';
import { relativePage } from '../../src/mirror/relative-page.ts';

const FILES = new Set([
  'index.html',
  '2025/index.html',
  'tag/sea/index.html',
  'feed.xml',
  'img/a.webp',
  'пошта/index.html',
]);
const siteAt = (base: string): MirroredSite => ({ base, has: (file) => FILES.has(file) });

test.each([
  ['/', 'index.html', 'index.html'],
  ['/2025/', 'tag/sea/index.html', '../../2025/index.html'],
  ['/2025', 'index.html', '2025/index.html'],
  ['/2025/?q=a#b', 'index.html', '2025/index.html?q=a#b'],
  ['/2025/#b', '2025/index.html', '#b'],
  ['/%D0%BF%D0%BE%D1%88%D1%82%D0%B0', 'index.html', '%D0%BF%D0%BE%D1%88%D1%82%D0%B0/index.html'],
  ['/img/a.webp', '2025/index.html', '../img/a.webp'],
  ['https://else.example/2025/', 'index.html', 'https://else.example/2025/'],
  ['//else.example/', 'index.html', '//else.example/'],
  ['#b', 'index.html', '#b'],
  ['mailto:a@b.example', 'index.html', 'mailto:a@b.example'],
])('%s in %s is %s', (address, from, relative) => {
  expect(relativeAddress(address, from, siteAt('/'))).toBe(relative);
});

test('what lies above the path of the site is left alone', () => {
  expect(relativeAddress('/a/b/2025/', 'index.html', siteAt('/a/b/'))).toBe('2025/index.html');
  expect(relativeAddress('/a/b', '2025/index.html', siteAt('/a/b/'))).toBe('../index.html');
  expect(relativeAddress('/a/c/', 'index.html', siteAt('/a/b/'))).toBe('/a/c/');
});

test('from any file, a relative address leads to the same place under any path', () => {
  const part = fc.stringMatching(/^[a-z0-9-]{1,6}$/);
  const folder = fc.array(part, { maxLength: 4 }).map((parts) => parts.map((one) => `${one}/`).join(''));
  fc.assert(
    fc.property(folder, folder, folder, (base, to, from) => {
      const site: MirroredSite = { base: `/${base}`, has: () => true };
      const relative = relativeAddress(`/${base}${to}`, `${from}index.html`, site);
      const reached = new URL(relative, `https://any.example/gate/way/${from}index.html`);
      expect(reached.pathname).toBe(`/gate/way/${to}index.html`);
    }),
  );
});

test('of a page nothing changes but its addresses', () => {
  const page = `<!doctype html>
<html><head><meta charset="utf-8"><title>A &amp; B</title>
<link rel="manifest" href="/manifest.webmanifest">
<link rel="preload" as="font" href="/assets/a.woff2">
<script src="/assets/offline.js" type="module" data-worker="/sw.js"></script>
<script src="/assets/site.js" integrity="sha384-AAAA" type="module"></script>
<meta http-equiv="refresh" content="0; url=/2025/?a=1&amp;b=2">
</head><body><p title='1 > 0'>5 < 6 & <a href=/2025/>x</a>
<img srcset="/img/a.webp 320w, /img/a.webp 640w" src="/img/a.webp"><video poster="/img/a.webp"></video>
<template><a href="/2025/"></a></template></body></html>
`;
  const { text, modules } = relativePage(page, 'tag/sea/index.html', siteAt('/'), "default-src 'self'");
  expect(modules).toEqual(['assets/site.js']);
  expect(text).toBe(`<!doctype html>
<html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'self'"><title>A &amp; B</title>
<script src="../../assets/site.js" defer></script>
<meta http-equiv="refresh" content="0; url=../../2025/index.html?a=1&amp;b=2">
</head><body><p title='1 > 0'>5 < 6 & <a href="../../2025/index.html">x</a>
<img srcset="../../img/a.webp 320w, ../../img/a.webp 640w" src="../../img/a.webp"><video poster="../../img/a.webp"></video>
<template><a href="../../2025/index.html"></a></template></body></html>
`);
});
