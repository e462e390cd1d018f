import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Body } from '../markdown/body.ts';
import type { ContentPath } from './article.ts';
import type { SourceReader } from './load-content.ts';
import { type ReadSource, readSource } from './read-source.ts';

/** Reads every file on this thread and keeps the bodies in memory. */
export const directReader: SourceReader = {
  async read(root, wanted, settings) {
    const bodies = new Map<ContentPath, Body>();
    const sources: ReadSource[] = [];
    for (const [kind, source] of wanted) {
      const { body, ...read } = readSource(kind, source, await readFile(path.join(root, source)), settings);
      if (body) bodies.set(source, body);
      sources.push(read);
    }
    return { sources, bodies: { bodyOf: (source) => required(bodies.get(source), source) } };
  },
};

function required(body: Body | undefined, source: ContentPath): Body {
  if (!body) throw new Error(`no body was read from ${source}`);
  return body;
}
