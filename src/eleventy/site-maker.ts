import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SitePage } from './prepare-site.ts';
import { runEleventy, startEleventy } from './start-eleventy.ts';

/** A part of what there is to make. */
export interface Chunk {
  readonly pages: readonly SitePage[];
  readonly files: readonly { readonly address: string; text(): string }[];
}

/** What was written, by file below the output: the hash of its content. */
export type Made = readonly (readonly [file: string, hash: string])[];

// Eleventy has to be told of a folder; it hands its pages back and writes into none.
const NOWHERE = path.join('.cache', 'dateline', 'made');

/** Renders pages through Eleventy, and writes them and files for machines into a staging directory. */
export class SiteMaker {
  readonly #staging: string;
  readonly #folders = new Set<string>();
  #eleventy: ReturnType<typeof startEleventy> | undefined;
  #bytes = Buffer.alloc(0);

  /** `eleventy` where it was started before. */
  constructor(staging: string, eleventy?: ReturnType<typeof startEleventy>) {
    this.#staging = staging;
    this.#eleventy = eleventy;
  }

  /** An Eleventy that has loaded every layout. @throws what a layout or Eleventy throws */
  static async warm(): ReturnType<typeof startEleventy> {
    const eleventy = await startEleventy(NOWHERE);
    await runEleventy(eleventy, []);
    return eleventy;
  }

  /** @throws whatever a layout, Eleventy or the disk throws. */
  async make({ pages, files }: Chunk): Promise<Made> {
    const rendered = pages.length > 0 ? await this.#render(pages) : [];
    return [...rendered, ...files.map((file) => this.#write(file.address.slice(1), file.text()))];
  }

  async #render(pages: readonly SitePage[]): Promise<Made> {
    this.#eleventy ??= startEleventy(NOWHERE);
    const results = await runEleventy(await this.#eleventy, pages);
    return results.flatMap(({ outputPath, content }) =>
      outputPath === false ? [] : [this.#write(path.relative(NOWHERE, outputPath).replaceAll(path.sep, '/'), content)],
    );
  }

  #write(file: string, text: string): Made[number] {
    const target = path.join(this.#staging, file);
    const folder = path.dirname(target);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    const bytes = this.#encode(text);
    // Never into a file that is there: it may be the published one.
    writeFileSync(target, bytes, { flag: 'wx' });
    return [file, hashOf(bytes)];
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
