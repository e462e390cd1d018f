import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchRecord } from './search-bundle.ts';
import { type IndexFiles, settleFiles } from './settle-files.ts';

// Pagefind says nothing when it is killed; whatever is still waiting then would wait for ever.
const PATIENCE = 15 * 60_000;

/** One index that Pagefind makes of records, in a process of its own. Everything rejects when it cannot run on this machine. */
export class RecordIndex {
  readonly #language: string;
  readonly #index: PagefindIndex;

  private constructor(language: string, index: PagefindIndex) {
    this.#language = language;
    this.#index = index;
  }

  /** `language` is the primary subtag that Pagefind stems by. */
  static async start(language: string): Promise<RecordIndex> {
    const { index, errors } = await patiently(createIndex({ forceLanguage: language, keepIndexUrl: true }));
    if (!index) throw new Error(errors.join('; '));
    return new RecordIndex(language, index);
  }

  async add(records: readonly SearchRecord[]): Promise<void> {
    const language = this.#language;
    const added = records.map(({ url, content, meta, filters, sort }) => {
      const lists = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
      return this.#index.addCustomRecord({
        url,
        content,
        language,
        meta: { ...meta },
        filters: lists,
        sort: { ...sort },
      });
    });
    const faults = (await patiently(Promise.all(added))).flatMap(({ errors }) => errors);
    if (faults.length > 0) throw new Error(faults.join('; '));
  }

  /** Its files; it takes no more records then. */
  async end(): Promise<IndexFiles> {
    const { files, errors } = await patiently(this.#index.getFiles());
    if (errors.length > 0) throw new Error(errors.join('; '));
    await close();
    return settleFiles(new Map(files.map((file) => [file.path, Buffer.from(file.content)])));
  }
}

function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Pagefind does not answer')), PATIENCE);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
