import { DatabaseSync } from 'node:sqlite';
import type { Body } from '../markdown/body.ts';
import type { ContentPath } from './article.ts';
import { BodyRows } from './body-rows.ts';
import type { ContentKind } from './content-files.ts';
import type { Bodies } from './load-content.ts';
import { type BatchSettings, readBatch } from './read-batch.ts';

/** Where bodies are found, in a form that another thread can be sent. */
export interface PortableBodies {
  /** The file of the read cache. */
  readonly cache: string;
  readonly batch: BatchSettings;
  readonly keys: ReadonlyMap<ContentPath, { readonly kind: ContentKind; readonly key: string }>;
}

/** Bodies as the thread that read the content knows them; what the cache has lost is read again. */
export function openBodies({ cache, batch, keys }: PortableBodies): Bodies {
  let rows: BodyRows | undefined;
  const kept = (key: string): string | undefined => {
    try {
      rows ??= new BodyRows(new DatabaseSync(cache, { readOnly: true }));
      return rows.find(key);
    } catch {
      return undefined;
    }
  };
  return {
    keyOf: (source) => keys.get(source)?.key ?? '',
    bodyOf(source) {
      const known = keys.get(source);
      const body = known && (kept(known.key) ?? readBatch([[known.kind, source]], batch)[0]?.body);
      if (!body) throw new Error(`there is no body of ${source}`);
      return JSON.parse(body) as Body;
    },
  };
}
