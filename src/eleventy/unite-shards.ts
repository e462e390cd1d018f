import { access, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { writeWholeFile } from '../files/write-whole-file.ts';
import { MANIFEST, manifestText, readManifests, shardOfManifest } from './manifest.ts';

/** Why the shards in a folder are not a whole site. The message is for people. */
export class IncompleteShardsError extends Error {}

/**
 * Makes one output of the shards that were copied into a folder: their lists become one. Returns how many files there are.
 * @throws IncompleteShardsError when a shard or a file is missing; nothing is changed then.
 */
export async function uniteShards(directory: string): Promise<number> {
  const names = (await readdir(directory)).filter((name) => shardOfManifest(name));
  const shards = names.flatMap((name) => shardOfManifest(name) ?? []);
  const of = shards[0]?.of ?? 0;
  if (shards.some((shard) => shard.of !== of))
    throw new IncompleteShardsError(`${directory} holds parts of two divisions: ${names.sort().join(', ')}`);
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((n) => shards.every(({ number }) => number !== n));
  if (of === 0 || missing.length > 0)
    throw new IncompleteShardsError(
      of === 0
        ? `${directory} holds no part that \`npm run build -- --shard\` wrote`
        : `${directory} lacks ${missing.map((n) => `part ${n} of ${of}`).join(', ')}`,
    );
  const files = await readManifests(directory, names);
  for (const file of files.keys()) {
    await access(path.join(directory, file)).catch(() => {
      throw new IncompleteShardsError(`${directory} lacks ${file}, which one of its parts lists`);
    });
  }
  await writeWholeFile(path.join(directory, MANIFEST), manifestText(files));
  for (const name of names) await rm(path.join(directory, name));
  return files.size;
}
