import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ContentReader } from '../../src/content/content-reader.ts';
import { prepareSite } from '../../src/eleventy/prepare-site.ts';
import { writeSite } from '../../src/eleventy/write-site.ts';
import { readTree } from '../small-site.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** Pages of the demonstration site, one of each kind. */
export const PAGES = {
  front: '/',
  'front page in Ukrainian': '/uk/',
  article: '/2025/07/04/prisoner-exchange/',
  'article in Ukrainian': '/uk/2025/07/04/obmin-polonenymy/',
  'live report': '/2025/01/18/storm-night-live/',
  section: '/section/ukraine/',
  tag: '/tag/power-cuts/',
  author: '/author/taras-vdovenko/',
  series: '/series/keeping-the-lights-on/',
  archive: '/archive/',
  year: '/2025/',
  month: '/2025/07/',
  day: '/2025/07/04/',
  tags: '/tags/',
  authors: '/authors/',
  corrections: '/corrections/',
  'static page': '/about/',
  search: '/search/',
  'not found': '/404.html',
} as const;

/** Builds the demonstration site into a directory. Pictures come from the cache of the repository where it has them. */
export async function writeDemoSite(output: string, options: { readonly baseUrl?: string } = {}): Promise<void> {
  const { site, diagnostics } = await prepareSite({
    content: path.join(ROOT, 'content'),
    assets: path.join(ROOT, 'assets'),
    cache: path.join(ROOT, '.cache/dateline'),
    now: Date.parse('2026-11-23T09:00:00Z'),
    purpose: 'build',
    jobs: 2,
    reader: new ContentReader(1),
    ...options,
  });
  if (!site) throw new Error(`the demonstration site has errors: ${JSON.stringify(diagnostics, null, 2)}`);
  await writeSite(site, output);
}

/** The demonstration site as readers get it, by path. */
export async function buildDemoSite(): Promise<ReadonlyMap<string, Buffer>> {
  const output = await mkdtemp(path.join(tmpdir(), 'dateline-demo-'));
  try {
    await writeDemoSite(path.join(output, '_site'));
    return await readTree(path.join(output, '_site'));
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}
