import path from 'node:path';
import { ContentReader } from '../src/content/content-reader.ts';
import { prepareSite } from '../src/eleventy/prepare-site.ts';
import { writeSite } from '../src/eleventy/write-site.ts';

const [content = '', output = '', cache] = process.argv.slice(2);
const t0 = performance.now();
const jobs = Number(process.env['JOBS'] ?? 2);
const prepared = await prepareSite({
  content,
  assets: path.join(import.meta.dirname, '../assets'),
  cache: cache ?? '/dev/shm/sp/tmpcache',
  now: Date.parse('2026-11-26T00:00:00Z'),
  purpose: 'build',
  jobs,
  reader: cache ? new ContentReader(jobs, cache) : new ContentReader(jobs),
});
if (!prepared.site) throw new Error(JSON.stringify(prepared.diagnostics.slice(0, 3)));
const t1 = performance.now();
const site = prepared.site;
const LAYOUTS = new Set(['article', 'front', 'archive-year', 'archive-days']);
const pages = site.pages.filter(
  (p) =>
    (p.layout === 'listing' && p.path.startsWith('/tag/')) ||
    (LAYOUTS.has(p.layout) && !/^\/\d{4}\/\d\d\/\d\d\/$/.test(p.path)),
);
const files = site.files
  .filter(
    ({ address }) =>
      address === '/feed.xml' ||
      /^\/sitemap/.test(address) ||
      address.startsWith('/images/') ||
      address.startsWith('/assets/'),
  )
  .filter((f) => !('shared' in f) || !/share|card/.test(f.shared));
const written = await writeSite(
  {
    ...site,
    pages,
    files,
    share: { ...site.share, makeAll: async () => {} } as never,
    search: { files: async () => ({ files: [], failure: undefined }) } as never,
  },
  output,
  cache,
);
console.log({ ...written, prepare: Math.round(t1 - t0), write: Math.round(performance.now() - t1) });
