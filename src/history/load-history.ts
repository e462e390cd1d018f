import { hash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article, ContentPath } from '../content/article.ts';
import { codeVersion } from '../content/code-version.ts';
import { type ReadingSettings, readingSettings } from '../content/settings.ts';
import { writeWholeFile } from '../files/write-whole-file.ts';
import type { Site } from '../schema/site.ts';
import { type FileVersion, type FileVersions, readCommitLog } from './commit-log.ts';
import { type PublicVersion, publicVersions } from './public-versions.ts';
import { asked, readBlobs } from './read-blobs.ts';
import { GitFailure, runGit, runGitSync } from './run-git.ts';
import { type VersionFacts, type VersionText, versionFacts, versionText } from './version-text.ts';

/** How articles have changed since they were published. Plain data, so that it can be sent to other threads. */
export interface History {
  /** Of articles that readers have seen in more than one version, oldest first. */
  readonly versions: ReadonlyMap<ContentPath, readonly PublicVersion[]>;
  /** The content folder, and how its files are read. */
  readonly root: string;
  readonly settings: ReadingSettings;
}

export interface HistorySource {
  readonly root: string;
  readonly site: Site;
  readonly articles: readonly Article[];
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** A directory; deleting it is always right. */
  readonly cache: string;
}

/** Reads the history of the articles from git. @throws GitFailure when there is none, or only a part of it. */
export async function loadHistory({ root, site, articles, now, cache }: HistorySource): Promise<History> {
  const settings = readingSettings(site);
  const [head, shallow] = (await runGit(root, ['rev-parse', 'HEAD', '--is-shallow-repository']))
    .toString()
    .trim()
    .split('\n');
  if (shallow === 'true') throw new GitFailure('this clone is shallow, so that most of its history is missing');
  const file = path.join(cache, 'history.txt');
  const kept = await recall(file, settings);
  const known = head === kept.head ? kept.files : await upToDate(root, kept);
  const wanted = articles.filter(({ history, source }) => history && (known.get(source)?.length ?? 0) > 1);
  const blobs = new Set(
    wanted.flatMap(({ source }) => known.get(source) ?? []).flatMap(({ blob }) => (blob === '' ? [] : [blob])),
  );
  const unread = [...blobs].filter((blob) => !kept.facts.has(blob));
  if (unread.length > 0) {
    const bytes = readBlobs(await runGit(root, ['cat-file', '--batch'], asked(unread)));
    for (const blob of unread) kept.facts.set(blob, versionFacts(bytes.get(blob) ?? Buffer.alloc(0), settings) ?? null);
  }
  if (head !== kept.head || unread.length > 0) await keep(file, settings, { head, files: known, facts: kept.facts });

  const versions = new Map<ContentPath, readonly PublicVersion[]>();
  for (const { source } of wanted) {
    const seen = publicVersions(known.get(source) ?? [], (blob) => kept.facts.get(blob) ?? undefined, now);
    if (seen.length > 1) versions.set(source, seen);
  }
  return { versions, root, settings };
}

/** The texts of an article's versions, in their order. Asks git, so only a page that is rendered should. @throws GitFailure */
export function versionTexts({ versions, root, settings }: History, source: ContentPath): readonly VersionText[] {
  const own = (versions.get(source) ?? []).map(({ blob }) => blob);
  const bytes = readBlobs(runGitSync(root, ['cat-file', '--batch'], asked(own)));
  return own.flatMap((blob) => versionText(bytes.get(blob) ?? Buffer.alloc(0), settings) ?? []);
}

interface Kept {
  readonly head: string | undefined;
  readonly files: FileVersions;
  /** Null for bytes that have errors. */
  readonly facts: Map<string, VersionFacts | null>;
}

// A branch that was put back or written anew is read anew.
async function upToDate(root: string, { head, files }: Kept): Promise<FileVersions> {
  if (head !== undefined) {
    try {
      await runGit(root, ['merge-base', '--is-ancestor', head, 'HEAD']);
      return await readCommitLog(root, head, files);
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
    }
  }
  return readCommitLog(root);
}

const READING = ['src/history', 'src/content', 'src/markdown', 'src/schema', 'src/language', 'src/html'];
const keyOf = (settings: ReadingSettings): string => `${codeVersion(READING)} ${JSON.stringify(settings)}`;

async function recall(file: string, settings: ReadingSettings): Promise<Kept> {
  try {
    const [sum = '', text = ''] = (await readFile(file, 'utf8')).split('\n', 2);
    if (hash('sha256', text) !== sum) return nothing();
    const kept = JSON.parse(text) as {
      key: string;
      head: string;
      files: readonly (readonly [ContentPath, readonly (readonly [number, string])[]])[];
      facts: readonly (readonly [string, VersionFacts | null])[];
    };
    if (kept.key !== keyOf(settings)) return nothing();
    const files = kept.files.map(([name, own]) => [name, own.map(([time, blob]) => version(time, blob))] as const);
    return { head: kept.head, files: new Map(files), facts: new Map(kept.facts) };
  } catch {
    return nothing();
  }
}

const nothing = (): Kept => ({ head: undefined, files: new Map(), facts: new Map() });
const version = (time: number, blob: string): FileVersion => ({ time, blob, commit: '', by: '', subject: '' });

async function keep(file: string, settings: ReadingSettings, { head, files, facts }: Kept): Promise<void> {
  const listed = [...files].map(([name, own]) => [name, own.map(({ time, blob }) => [time, blob])]);
  const text = JSON.stringify({ key: keyOf(settings), head, files: listed, facts: [...facts] });
  // A cache that cannot be written costs time and nothing else.
  await mkdir(path.dirname(file), { recursive: true })
    .then(() => writeWholeFile(file, `${hash('sha256', text)}\n${text}`))
    .catch(() => undefined);
}
