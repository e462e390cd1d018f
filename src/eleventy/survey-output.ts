import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { identityOf } from '../files/identity-of.ts';
import { filesBelow } from '../files/walk-files.ts';
import { fingerprint } from '../pages/fingerprint.ts';
import { isManifest, type Manifest, parseManifest } from './manifest.ts';
import { SpareDirectory, type SpareSurvey } from './spare-directory.ts';

/** What lies in an output directory and beside it, against what the last build says it wrote. */
export interface Survey {
  /** The lists of files that the output holds. */
  readonly lists: readonly string[];
  /** See identityOfOutput. */
  readonly identity: string;
  /** Files that no list names. */
  readonly foreign: readonly string[];
  /** Files that a list names and that are not there. */
  readonly missing: readonly string[];
  /** Undefined when there is no spare output to begin with. */
  readonly spare?: SpareSurvey | undefined;
}

/** Looks at every name and changes nothing. A directory that is not there is empty. @throws what the disk throws */
export function surveyOutput(target: string, spare: string | undefined): Survey {
  const present = filesBelow(target);
  const lists = present.filter(isManifest);
  const manifest = new Map(manifestIn(target, lists));
  const foreign = present.filter((file) => !manifest.has(file) && !isManifest(file)).sort();
  const isWhole = present.length - lists.length - foreign.length === manifest.size;
  const missing = isWhole ? [] : without(manifest, present);
  for (const file of missing) manifest.delete(file);
  const identity = identityOfOutput(target);
  const beside = spare === undefined ? undefined : new SpareDirectory(spare).survey(manifest, identity);
  return { lists, identity, foreign, missing, spare: beside };
}

/** What the lists of an output name together. @throws when one of them is not there */
export function manifestIn(target: string, lists: readonly string[]): Manifest {
  return parseManifest(lists.map((list) => readFileSync(path.join(target, list), 'utf8')).join(''));
}

/** Of an output, by its lists: changes when another build writes it. A directory that is not there has none. */
export function identityOfOutput(directory: string): string {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  return fingerprint(
    names
      .filter(isManifest)
      .sort()
      .map((name) => [name, identityOf(path.join(directory, name))]),
  );
}

function without(manifest: Manifest, present: readonly string[]): readonly string[] {
  const there = new Set(present);
  return [...manifest.keys()].filter((file) => !there.has(file));
}
