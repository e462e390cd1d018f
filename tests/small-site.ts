import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { ContentReader } from '../src/content/content-reader.ts';
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts';
import type { Checked, SiteOptions } from '../src/eleventy/check-site.ts';
import { type PreparedSite, prepareSite } from '../src/eleventy/prepare-site.ts';
import { writeSite } from '../src/eleventy/write-site.ts';
import type { Layout, View } from '../src/pages/views.ts';

/** What a small site has unless a test says otherwise. */
export const SITE_YAML = `name: The Test Post
url: https://test.example
language: en
timeZone: Europe/Kyiv
sections:
  - {slug: news, name: News}
  - {slug: opinion, name: Opinion}
`;

/** Small articles lack what small tests do not ask for. */
export const WITHOUT_STYLE = 'checks: {standfirst-missing: off, byline-missing: off, image-small: off}\n';

/** The smallest PNG there is: one pixel. */
export const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Everything happens at this moment unless a test says otherwise. */
export const NOW = Date.parse('2026-07-04T12:00:00Z');

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A site written to a folder of its own, which is gone when the test has finished. Paths are below content/. */
export class SmallSite {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async write(files: Files): Promise<SmallSite> {
    const site = await SmallSite.keep(files);
    onTestFinished(() => rm(site.folder, { recursive: true, force: true }));
    return site;
  }

  /** The same outside of a test: who asks for it removes the folder. */
  static async keep(files: Files): Promise<SmallSite> {
    const site = new SmallSite(await mkdtemp(path.join(tmpdir(), 'dateline-test-')));
    await site.put({ 'site.yaml': SITE_YAML + WITHOUT_STYLE, ...files });
    return site;
  }

  get content(): string {
    return path.join(this.folder, 'content');
  }

  get output(): string {
    return path.join(this.folder, '_site');
  }

  put(files: Files): Promise<void> {
    return putFiles(this.content, files);
  }

  async remove(name: string): Promise<void> {
    await rm(path.join(this.content, name), { recursive: true });
  }

  /** What a diagnostic's marks stand under in its file. */
  async textAt(diagnostic: Diagnostic | undefined): Promise<string | undefined> {
    if (!diagnostic) return undefined;
    const text = await readFile(path.join(this.content, diagnostic.file), 'utf8');
    return text.split(/\r\n?|\n/)[diagnostic.line - 1]?.slice(diagnostic.column - 1, (diagnostic.endColumn ?? 0) - 1);
  }

  prepare(options: Partial<SiteOptions> = {}): Promise<Checked & { readonly site?: PreparedSite }> {
    return prepareSite({
      content: this.content,
      assets: fileURLToPath(new URL('../assets', import.meta.url)),
      cache: path.join(this.folder, 'cache'),
      now: NOW,
      purpose: 'build',
      jobs: 1,
      reader: new ContentReader(1),
      ...options,
    });
  }

  /** What the page at an address shows. */
  async view<L extends Layout>(layout: L, address: string, options: Partial<SiteOptions> = {}) {
    const { site, diagnostics } = await this.prepare(options);
    const page = site?.pages.find(({ path }) => path === address);
    const view = page?.view();
    if (view?.layout !== layout) throw new Error(`no ${layout} at ${address}: ${JSON.stringify(diagnostics, null, 2)}`);
    return view as Extract<View, { layout: L }>;
  }

  /** Builds into `output` and returns what is there, by path. Fails with the diagnostics when the content has errors. */
  async build(options: Partial<SiteOptions> = {}, output = this.output): Promise<ReadonlyMap<string, Buffer>> {
    const { site, diagnostics } = await this.prepare(options);
    if (!site)
      throw new Error(
        `the site has errors:\n${diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.code} ${d.message}`).join('\n')}`,
      );
    await writeSite(site, output);
    return readTree(output);
  }
}

/** Writes files below a content folder. */
export async function putFiles(content: string, files: Files): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(content, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Every file below a folder by its path, sorted. */
export async function readTree(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  return new Map(
    await Promise.all(names.sort().map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
  );
}

/** An article's file: front matter from `keys`, then the body. */
export function article(keys: Readonly<Record<string, unknown>> = {}, body = 'Text.\n'): string {
  const all: Record<string, unknown> = { title: 'A headline', date: '2026-07-01 09:00', ...keys };
  const lines = Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${key}: ${typeof value === 'string' && /^[\d-]+(?: [\d:]+)?$/.test(value) ? value : JSON.stringify(value)}\n`,
    );
  return `---\n${lines.join('')}---\n\n${body}`;
}
