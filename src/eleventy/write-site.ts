import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import Eleventy from '@11ty/eleventy';
import { setCurrentRendering } from './current-site.ts';
import type { Manifest } from './output-directory.ts';
import { OutputDirectory } from './output-directory.ts';
import type { PreparedSite } from './prepare-site.ts';
import type { SiteFile } from './site-file.ts';

export interface Written {
  readonly pages: number;
  readonly files: number;
}

/**
 * Writes a site into its output directory, whole or not at all.
 * @throws ForeignOutputError when the directory holds what no build wrote; whatever Eleventy or the disk throws.
 */
export async function writeSite(site: PreparedSite, directory: string): Promise<Written> {
  const output = await OutputDirectory.open(directory);
  try {
    const manifest = new Map<string, string>();
    await renderPages(site, output.staging, manifest);
    for (const file of site.files) manifest.set(file.address.slice(1), await place(file, output.staging));
    await output.commit(manifest);
    return { pages: site.pages.length, files: manifest.size };
  } catch (error) {
    await output.discard();
    throw error;
  }
}

async function renderPages(site: PreparedSite, staging: string, manifest: Map<string, string>): Promise<Manifest> {
  setCurrentRendering({
    pages: site.pages,
    onPage: (file, content) =>
      manifest.set(path.relative(staging, path.resolve(file)).replaceAll(path.sep, '/'), hashOf(content)),
  });
  try {
    const eleventy = new Eleventy('layouts', path.relative('.', staging), {
      configPath: '.eleventy.ts',
      quietMode: true,
      source: 'script',
    });
    // Its own log would tell of a folder that is about to get another name; faults are thrown all the same.
    eleventy.disableLogger();
    await eleventy.write();
    return manifest;
  } finally {
    setCurrentRendering(undefined);
  }
}

async function place(file: SiteFile, staging: string): Promise<string> {
  const target = path.join(staging, file.address);
  await mkdir(path.dirname(target), { recursive: true });
  if ('bytes' in file) {
    await writeFile(target, file.bytes);
    return hashOf(file.bytes);
  }
  if ('shared' in file) await link(file.shared, target).catch(() => copyFile(file.shared, target));
  else await copyFile(file.source, target);
  return hashOf(await readFile(target));
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}
