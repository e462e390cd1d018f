import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MachineFile } from '../metadata/machine-file.ts';
import { outputFile } from '../pages/site-path.ts';
import type { PageInputs } from './page-inputs.ts';
import type { SitePage } from './prepare-site.ts';
import { runEleventy, startEleventy } from './start-eleventy.ts';

/** A part of what there is to make. */
export interface Chunk {
  readonly pages: readonly SitePage[];
  readonly files: readonly MachineFile[];
}

/** What was written, by file below the output: the hash of its content, and the fingerprint of what it was made from. */
export type Made = readonly (readonly [file: string, hash: string, inputs: string])[];

/** Renders pages through Eleventy, and writes them and files for machines into a staging directory. */
export class SiteMaker {
  readonly #staging: string;
  readonly #inputs: PageInputs;
  readonly #folders = new Set<string>();
  #eleventy: ReturnType<typeof startEleventy> | undefined;
  #bytes = Buffer.alloc(0);

  constructor(staging: string, inputs: PageInputs) {
    this.#staging = staging;
    this.#inputs = inputs;
  }

  /** @throws whatever a layout, Eleventy or the disk throws. */
  async make({ pages, files }: Chunk): Promise<Made> {
    const rendered = pages.length > 0 ? await this.#render(pages) : [];
    return [
      ...rendered,
      ...files.map((file) => this.#write(file.address.slice(1), file.text(), this.#inputs.ofFile(file))),
    ];
  }

  async #render(pages: readonly SitePage[]): Promise<Made> {
    this.#eleventy ??= startEleventy(path.relative('.', this.#staging));
    const eleventy = await this.#eleventy;
    const results = await runEleventy(eleventy, pages);
    const pageOf = new Map(pages.map((page) => [outputFile(page.path), page]));
    return results.flatMap(({ outputPath, content }) => {
      if (outputPath === false) return [];
      const file = path.relative(this.#staging, path.resolve(outputPath)).replaceAll(path.sep, '/');
      const page = pageOf.get(file);
      return [this.#write(file, content, page ? this.#inputs.ofPage(page) : '')];
    });
  }

  #write(file: string, text: string, inputs: string): Made[number] {
    const target = path.join(this.#staging, file);
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    const bytes = this.#encode(text);
    // Never into a file that is there: it may be the published one.
    writeFileSync(target, bytes, { flag: 'wx' });
    return [file, hashOf(bytes), inputs];
  }

  // To make a text bytes takes longer than to write them, so it is done once, and always in the same place.
  #encode(text: string): Buffer {
    const most = text.length * 3;
    if (this.#bytes.length < most) this.#bytes = Buffer.allocUnsafeSlow(most);
    return this.#bytes.subarray(0, this.#bytes.write(text));
  }
}

/** How the manifest names a content. */
export function hashOf(content: string | Buffer): string {
  return hash('sha256', content, 'base64url').slice(0, 22);
}
