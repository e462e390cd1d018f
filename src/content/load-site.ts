import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import type { Diagnostic, Problem } from '../diagnostics/diagnostic.ts';
import { type DeployTarget, deploySchema } from '../schema/deploy.ts';
import { type FrontSource, frontSchema } from '../schema/front.ts';
import { goneSchema, redirectsSchema } from '../schema/records.ts';
import { type Site, siteSchema } from '../schema/site.ts';
import { lineIndex } from './line-index.ts';
import { locateAll } from './locate.ts';
import { decodeSource, firstBadByte } from './source-text.ts';
import { validate } from './validate.ts';
import { parseYaml } from './yaml.ts';

/** Beside site.yaml and not in it, because nothing that a page shows depends on it. */
export const DEPLOY_FILE = 'deploy.yaml';

export interface LoadedYaml<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** site.yaml, or what is wrong with it. */
export async function loadSite(root: string): Promise<LoadedYaml<Site>> {
  const loaded = await loadYaml(root, 'site.yaml', siteSchema);
  if (loaded) return loaded;
  const help = 'write content/site.yaml with at least name, url, language and timeZone';
  return {
    diagnostics: [
      {
        code: 'site-missing',
        severity: 'error',
        file: 'site.yaml',
        line: 1,
        column: 1,
        message: 'there is no site.yaml',
        help,
      },
    ],
  };
}

/** redirects.yaml: old address → new address; empty when there is none. */
export async function loadRedirects(root: string): Promise<LoadedYaml<Readonly<Record<string, string>>>> {
  return (await loadYaml(root, 'redirects.yaml', redirectsSchema)) ?? { value: {}, diagnostics: [] };
}

/** gone.yaml: address → why what stood there was withdrawn; empty when there is none. */
export async function loadGone(root: string): Promise<LoadedYaml<Readonly<Record<string, string>>>> {
  return (await loadYaml(root, 'gone.yaml', goneSchema)) ?? { value: {}, diagnostics: [] };
}

/** front.yaml: what editors decide about the front pages; nothing when there is none. */
export async function loadFront(root: string): Promise<LoadedYaml<FrontSource>> {
  return (await loadYaml(root, 'front.yaml', frontSchema)) ?? { value: {}, diagnostics: [] };
}

/** deploy.yaml: name → target of a deploy; empty when there is none. */
export async function loadDeployTargets(root: string): Promise<LoadedYaml<Readonly<Record<string, DeployTarget>>>> {
  return (await loadYaml(root, DEPLOY_FILE, deploySchema)) ?? { value: {}, diagnostics: [] };
}

/** A YAML file of the folder, held to a schema; undefined when there is none. */
export async function loadYaml<S extends z.ZodType>(
  root: string,
  file: string,
  schema: S,
): Promise<LoadedYaml<z.output<S>> | undefined> {
  const bytes = await readFile(path.join(root, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return undefined;
  const text = decodeSource(bytes);
  if (text === undefined) {
    return {
      diagnostics: [
        {
          code: 'file-not-utf8',
          severity: 'error',
          file,
          ...firstBadByte(bytes),
          message: 'the file is not UTF-8 text',
          help: 'save it again with the encoding UTF-8',
        },
      ],
    };
  }
  const { data, faults } = parseYaml(text);
  if (faults.length > 0) {
    const pointAt = lineIndex(text);
    const problems = faults.map(
      ({ code, message, help, start }): Problem => ({
        code,
        file,
        place: { at: 'point', ...pointAt(start) },
        message,
        help,
      }),
    );
    return { diagnostics: locateAll(problems, text) };
  }
  const valid = validate(schema, data ?? {}, file);
  return valid.value === undefined
    ? { diagnostics: locateAll(valid.problems, text) }
    : { value: valid.value, diagnostics: [] };
}
