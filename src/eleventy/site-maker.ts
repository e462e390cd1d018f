import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MachineFile } from '../metadata/machine-file.ts';
import { setCurrentRendering } from './current-site.ts';
import type { SitePage } from './prepare-site.ts';

/** A part of what there is to make. */
export interface Chunk {
  readonly pages: readonly SitePage[];
  readonly files: readonly MachineFile[];
}

/** What was written, by file below the output, with the hash of its content. */
export type Made = readonly (readonly [file: string, hash: string])[];

/** Renders pages through Eleventy and writes files for machines, all into a staging directory. */
export class SiteMaker {
  readonly #staging: string;
  readonly #folders = new Set<string>();
  #eleventy: Promise<import('@11ty/eleventy').default> | undefined;

  constructor(staging: string) {
    this.#staging = staging;
  }

  /** @throws whatever a layout, Eleventy or the disk throws. */
  async make({ pages, files }: Chunk): Promise<Made> {
    const made: (readonly [string, string])[] = [];
    if (pages.length > 0) await this.#render(pages, made);
    for (const file of files) made.push(this.#write(file));
    return made;
  }

  async #render(pages: readonly SitePage[], made: (readonly [string, string])[]): Promise<void> {
    const onPage = (absolute: string, content: string): void => {
      const file = path.relative(this.#staging, path.resolve(absolute)).replaceAll(path.sep, '/');
      made.push([file, hashOf(content)]);
    };
    // Loaded only when there is something to render: its start is most of a build in which nothing changed.
    this.#eleventy ??= startEleventy(path.relative('.', this.#staging));
    const eleventy = await this.#eleventy;
    try {
      setCurrentRendering({ pages, onPage });
      // Eleventy keeps global data from one run to the next; what there is to render is new each time.
      eleventy.templateData?.clearData();
      await eleventy.write();
    } finally {
      setCurrentRendering(undefined);
    }
  }

  #write(file: MachineFile): readonly [string, string] {
    const name = file.address.slice(1);
    const target = path.join(this.#staging, name);
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    const { bytes } = file;
    writeFileSync(target, bytes);
    return [name, hashOf(bytes)];
  }
}

async function startEleventy(output: string): Promise<import('@11ty/eleventy').default> {
  const { default: Eleventy } = await import('@11ty/eleventy');
  const eleventy = new Eleventy('layouts', output, { configPath: '.eleventy.ts', quietMode: true, source: 'script' });
  // Its own log would tell of a folder that is about to get another name; faults are thrown all the same.
  eleventy.disableLogger();
  return eleventy;
}

/** How the manifest names a content. */
export function hashOf(content: string | Buffer): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}
