import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { CODE_OF_PAGES, codeVersion } from '../content/code-version.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { identityOf, isSettled } from '../files/identity-of.ts';
import { filesBelow } from '../files/walk-files.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import { MANIFEST } from './manifest.ts';

/** What a build said, so that it can be said again. */
export interface BuildReport {
  readonly articles: number;
  readonly pages: number;
  readonly files: number;
  /** When to build again: ISO 8601 with offset. */
  readonly next?: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** All that decides what a build writes, besides the clock. */
export interface BuildSource {
  readonly content: string;
  readonly assets: string;
  readonly output: string;
  readonly cache: string;
  readonly baseUrl?: string | undefined;
  /** Whether the list of published addresses is to be kept. */
  readonly ledger: boolean;
}

interface Kept {
  readonly key: string;
  /** The moments for which the site is the same: the first inclusive, the last not; null for ever. */
  readonly from: number;
  readonly until: number | null;
  readonly written: string;
  readonly report: BuildReport;
}

/** A digit that flips would be as good a moment: what is kept says its hash. */
interface Sealed {
  readonly sum: string;
  /** JSON of Kept. */
  readonly text: string;
}

/**
 * The last build into an output, and whether one more would write the very same. Told by looking at every file of the
 * content and of the output and reading none, so that a build in which nothing has changed is over before anything is loaded.
 */
export class LastBuild {
  /** Identities of the files of the content, by their names in composed letters, as they were when this was made. */
  readonly identities: ReadonlyMap<string, string>;
  readonly #source: BuildSource;
  readonly #key: string | undefined;

  constructor(source: BuildSource) {
    this.#source = source;
    const identities = new Map<string, string>();
    this.#key = keyOf(source, identities);
    this.identities = identities;
  }

  /** What was said then; undefined when anything may be different now. `now` is in milliseconds since 1970, UTC. */
  recall(now: number): BuildReport | undefined {
    try {
      const { sum, text } = JSON.parse(readFileSync(this.#file, 'utf8')) as Sealed;
      if (hash('sha256', text) !== sum) return undefined;
      const kept = JSON.parse(text) as Kept;
      if (this.#key === undefined || kept.key !== this.#key) return undefined;
      if (now < kept.from || (kept.until !== null && now >= kept.until)) return undefined;
      return kept.written === writtenIn(this.#source.output) ? kept.report : undefined;
    } catch {
      return undefined;
    }
  }

  /** Keeps what a build said that read the content as it was when this was made. `files` are those of the output, where they are known. */
  async remember(report: BuildReport, now: number, until: number, files?: Iterable<string>): Promise<void> {
    if (this.#key === undefined || until <= now) return;
    const written = writtenIn(this.#source.output, files);
    const kept: Kept = { key: this.#key, from: now, until: Number.isFinite(until) ? until : null, written, report };
    const text = JSON.stringify(kept);
    const sealed: Sealed = { sum: hash('sha256', text), text };
    // The site is in place; not remembering costs time at most.
    await writeWholeFile(this.#file, JSON.stringify(sealed)).catch(() => undefined);
  }

  get #file(): string {
    return path.join(this.#source.cache, `build-${fingerprint(path.resolve(this.#source.output))}.json`);
  }
}

/** Undefined when a file is so fresh that another write to it might go unseen, or when there is nothing to look at. */
function keyOf({ content, assets, baseUrl, ledger }: BuildSource, identities: Map<string, string>): string | undefined {
  try {
    const seen: string[] = [];
    for (const folder of [content, assets])
      for (const name of filesBelow(folder).toSorted()) {
        const identity = identityOf(path.join(folder, name));
        if (folder === content) identities.set(name.normalize('NFC'), identity);
        if (!isSettled(identity)) return undefined;
        seen.push(`${name} ${identity}`);
      }
    return fingerprint([
      codeVersion(CODE_OF_PAGES),
      process.versions.node,
      path.resolve(content),
      baseUrl,
      ledger,
      seen,
    ]);
  } catch {
    return undefined;
  }
}

/** Changes when a file of the output comes or goes, or when another build has written it. */
function writtenIn(output: string, files: Iterable<string> = filesBelow(output)): string {
  const manifest = statSync(path.join(output, MANIFEST), { bigint: true });
  let [count, sum] = [0, 0];
  // A sum, because whoever has the names at hand has them in another order.
  for (const file of files) {
    count++;
    sum += crc32(file);
  }
  return fingerprint([count, sum, String(manifest.mtimeNs), String(manifest.ino)]);
}
