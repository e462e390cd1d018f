import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MachineFile } from '../metadata/machine-file.ts';
import type { SitePage } from './prepare-site.ts';
import { runEleventy, startEleventy } from './start-eleventy.ts';

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
  #eleventy: ReturnType<typeof startEleventy> | undefined;

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
    this.#eleventy ??= startEleventy(path.relative('.', this.#staging));
    const eleventy = await this.#eleventy;
    await runEleventy(eleventy, { pages, onPage }, () => eleventy.write());
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

/** How the manifest names a content. */
export function hashOf(content: string | Buffer): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}
