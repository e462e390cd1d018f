import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchRecord } from './search-bundle.ts';
import { type IndexFiles, settleFiles } from './settle-files.ts';

// Longer than any answer takes: whatever waits for one that never comes would wait for ever.
const PATIENCE = 15 * 60_000;

/** One index that Pagefind makes of records, in a process of its own. Everything rejects when it cannot run on this machine. */
export class RecordIndex {
  readonly #language: string;
  readonly #index: PagefindIndex;
  readonly #ended: Promise<never>;

  private constructor(language: string, index: PagefindIndex, ended: Promise<never>) {
    this.#language = language;
    this.#index = index;
    this.#ended = ended;
  }

  /** `language` is the primary subtag that Pagefind stems by. */
  static async start(language: string): Promise<RecordIndex> {
    const ended = endOfNextProcess();
    const { index, errors } = await patiently(createIndex({ forceLanguage: language, keepIndexUrl: true }), ended);
    if (!index) throw new Error(errors.join('; '));
    return new RecordIndex(language, index, ended);
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
    const faults = (await patiently(Promise.all(added), this.#ended)).flatMap(({ errors }) => errors);
    if (faults.length > 0) throw new Error(faults.join('; '));
  }

  /** Its files; it takes no more records then. */
  async end(): Promise<IndexFiles> {
    const { files, errors } = await patiently(this.#index.getFiles(), this.#ended);
    if (errors.length > 0) throw new Error(errors.join('; '));
    await close();
    return settleFiles(new Map(files.map((file) => [file.path, Buffer.from(file.content)])));
  }
}

/** Rejects when the process ends that is started next. Pagefind's package does not say that it was killed, say for want of memory. */
function endOfNextProcess(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const onProcess = (message: unknown): void => {
    unsubscribe('child_process', onProcess);
    (message as { process: ChildProcess }).process.once('exit', (code, signal) =>
      reject(new Error(`Pagefind has ended before its time (${signal ?? code})`)),
    );
  };
  subscribe('child_process', onProcess);
  // In the end it ends, and nobody waits for it any more.
  promise.catch(() => undefined);
  return promise;
}

function patiently<T>(work: Promise<T>, ended: Promise<never>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Pagefind does not answer')), PATIENCE);
  });
  return Promise.race([work, over, ended]).finally(() => clearTimeout(timer));
}
