import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHARED = path.resolve(ROOT, '../shared/bench');
/** Memory-backed where there is such a thing, so that no disk takes part. */
export const SCRATCH = existsSync('/dev/shm') ? '/dev/shm/dateline-bench' : path.join(ROOT, '.cache/bench-scratch');
/** The peers install themselves beside their scripts, so they run from a copy. */
export const TOOLS = path.join(ROOT, '.cache/bench');

/** Why nothing can be measured here; undefined when it can. */
export function missingTools(): string | undefined {
  if (!existsSync(SHARED)) return `The generator of the benchmark's content is missing: ${path.relative('.', SHARED)}`;
  if (spawnSync('/usr/bin/time', ['-f', '%M', 'true']).status !== 0) return 'GNU time is missing: apt-get install time';
  return undefined;
}

export function prepareWorkshop(): void {
  mkdirSync(SCRATCH, { recursive: true });
  cpSync(SHARED, TOOLS, { recursive: true, force: true });
  spawnSync('chmod', ['-R', 'u+w', TOOLS]);
}

export function removeScratch(): void {
  rmSync(SCRATCH, { recursive: true, force: true });
}

/** A publication of so many articles, made once a run. */
export function contentOf(articles: number): string {
  const content = path.join(SCRATCH, `content-${articles}`);
  if (!existsSync(content))
    spawnSync(process.execPath, [path.join(TOOLS, 'generate.mjs'), String(articles), content], { stdio: 'ignore' });
  return content;
}
