import type { SearchRecord } from './search-bundle.ts';
import { type IndexFiles, settleFiles } from './settle-files.ts';

// So many records wait for Pagefind at once: enough to keep it busy, and no archive stands in memory.
const BATCH = 64;

// Pagefind says nothing when it is killed; whatever is still waiting then would wait for ever.
const PATIENCE = 15 * 60_000;

/** Makes an index of its own of these records. Rejects when Pagefind cannot run on this machine. */
export async function indexRecords(language: string, records: Iterable<SearchRecord>): Promise<IndexFiles> {
  // Loaded when there is something to index: most builds find every index in the cache.
  const { createIndex } = await import('pagefind');
  const { index, errors } = await patiently(createIndex({ forceLanguage: language, keepIndexUrl: true }));
  if (!index) throw new Error(errors.join('; '));
  try {
    const waiting: Promise<{ errors: string[] }>[] = [];
    const settle = async (): Promise<void> => {
      const faults = (await patiently(Promise.all(waiting.splice(0)))).flatMap((answer) => answer.errors);
      if (faults.length > 0) throw new Error(faults.join('; '));
    };
    for (const { url, content, meta, filters, sort } of records) {
      const lists = Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]]));
      waiting.push(
        index.addCustomRecord({ url, content, language, meta: { ...meta }, filters: lists, sort: { ...sort } }),
      );
      if (waiting.length === BATCH) await settle();
    }
    await settle();
    const result = await patiently(index.getFiles());
    if (result.errors.length > 0) throw new Error(result.errors.join('; '));
    return settleFiles(new Map(result.files.map((file) => [file.path, Buffer.from(file.content)])));
  } finally {
    await index.deleteIndex().catch(() => undefined);
  }
}

/** Ends Pagefind's process, if there is one. */
export async function endIndexing(): Promise<void> {
  const { close } = await import('pagefind');
  await close();
}

function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Pagefind does not answer')), PATIENCE);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}
