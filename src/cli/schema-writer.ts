import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Content } from '../content/load-content.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { vocabularyOf } from '../publication/vocabulary.ts';
import { jsonSchemas } from '../schema/json-schemas.ts';

/** Keeps the JSON Schemas by which editors complete what is typed, with the names that the publication has at the moment. */
export class SchemaWriter {
  readonly #directory: string;
  #written: string | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Writes those that have changed. Never fails: without them there is no completion, and everything else is as before. */
  async write(content: Content): Promise<void> {
    const vocabulary = vocabularyOf(content);
    const key = vocabulary && JSON.stringify(vocabulary);
    if (!vocabulary || key === this.#written) return;
    try {
      await mkdir(this.#directory, { recursive: true });
      for (const [name, schema] of Object.entries(jsonSchemas(vocabulary)))
        await writeChanged(path.join(this.#directory, `${name}.json`), `${JSON.stringify(schema, null, 1)}\n`);
      this.#written = key;
    } catch {
      // A folder that cannot be written to is no reason not to check or build.
    }
  }
}

async function writeChanged(file: string, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== text) await writeWholeFile(file, text);
}
