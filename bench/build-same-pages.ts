import module from 'node:module';
import path from 'node:path';
import v8 from 'node:v8';

// Both as src/cli/dateline.mjs does, and before anything else is loaded.
const { directory } = module.enableCompileCache();
if (directory) process.env['NODE_COMPILE_CACHE'] ??= directory;
v8.setFlagsFromString('--heap-growing-percent=60');
const [{ ContentReader }, { MakerThread }, { prepareSite }, { writeSite }] = await Promise.all([
  import('../src/content/content-reader.ts'),
  import('../src/eleventy/maker-thread.ts'),
  import('../src/eleventy/prepare-site.ts'),
  import('../src/eleventy/write-site.ts'),
]);

/*
 * node bench/build-same-pages.ts CONTENT OUTPUT CACHE JOBS: the whole pipeline, but of its pages only those that the peers
 * make too: articles, tags, years, months, front page, feed, sitemaps, pictures and what pages load. No search, no
 * sections, authors or days, no JSON, no share images.
 */
const [content = '', output = '', cache = '', jobs = '1'] = process.argv.slice(2);
const threads = Number(jobs);
const thread = threads > 1 ? new MakerThread() : undefined;
const { site, diagnostics } = await prepareSite({
  content,
  assets: path.join(import.meta.dirname, '../assets'),
  cache,
  now: Date.now(),
  purpose: 'build',
  jobs: threads,
  reader: new ContentReader(threads, cache),
});
if (!site) throw new Error(`the content has errors: ${JSON.stringify(diagnostics.slice(0, 3))}`);
const pages = site.pages.filter(({ path: address }) =>
  /^\/(?:$|tag\/|\d{4}\/(?:\d\d\/)?$|\d{4}\/\d\d\/\d\d\/[^/]+\/$)/.test(address),
);
const files = site.files.filter(
  ({ address }) =>
    /^\/(?:feed\.xml|sitemap[^/]*\.xml|assets\/.*)$/.test(address) || /^\/img\/[^-]+-\d+\./.test(address),
);
const none = site.search.only(() => false);
await writeSite({ ...site, pages, files, share: site.share.only(() => false), search: none }, output, cache, {
  thread,
});
await thread?.stop();
