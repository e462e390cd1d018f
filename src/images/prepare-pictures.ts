import { forEachConcurrently } from '../concurrency/for-each-concurrently.ts';
import { hashContent, pictureName } from './conversion-settings.ts';
import type { Unreadable } from './inspect-original.ts';
import type { Picture, PictureFile } from './picture.ts';
import { openPictureCache, type PictureCache } from './picture-cache.ts';
import { fileNameOf, filesOf, planPicture, typeOf } from './plan-picture.ts';
import { originalIdentity, readOriginal } from './read-original.ts';

export interface PictureRequest {
  /** Path relative to content/. */
  readonly key: string;
  /** Absolute path. */
  readonly file: string;
}

export interface PictureOptions {
  /** Deleting it is always right. */
  readonly cacheDirectory: string;
  /** `on-request` measures the pictures and converts none until `convertOnRequest` is asked for a file. */
  readonly mode: 'build' | 'on-request';
  /** Pictures in work at the same time. */
  readonly concurrency: number;
  /** Called after each picture that the cache did not have; the time left is an estimate. */
  readonly onProgress?: (done: number, total: number, millisecondsLeft: number) => void;
}

export interface PreparedPictures {
  readonly pictures: ReadonlyMap<string, Picture>;
  /** In the order of the requests; each reason is a clause in plain words. */
  readonly failures: readonly (Unreadable & { readonly key: string })[];
  /** Every file of every picture, sorted by address. Under `on-request` a source need not exist yet. */
  readonly files: readonly { readonly address: string; readonly source: string }[];
  /** The file at this address, converted now if need be; undefined when no picture has it, or when its original is not the same any more. */
  readonly convertOnRequest: (address: string) => Promise<{ readonly file: string; readonly type: string } | undefined>;
}

interface Prepared {
  readonly name: string;
  readonly picture: Picture;
}

/** Measures, names and, in a build, converts every picture. Rejects only when the cache cannot be written. */
export async function preparePictures(
  requests: readonly PictureRequest[],
  options: PictureOptions,
): Promise<PreparedPictures> {
  const cache = await openPictureCache(options.cacheDirectory);
  const unique = [...new Map(requests.map((request) => [request.key, request])).values()];
  const outcomes = new Map<PictureRequest, Prepared | Unreadable>();
  const rest: PictureRequest[] = [];
  for (const request of unique) {
    const known = recall(request, cache, options.mode);
    if (known === undefined) rest.push(request);
    else outcomes.set(request, known);
  }
  const began = performance.now();
  let done = 0;
  await forEachConcurrently(rest, options.concurrency, async (request) => {
    outcomes.set(request, await prepare(request, cache, options.mode));
    done += 1;
    options.onProgress?.(done, rest.length, ((performance.now() - began) / done) * (rest.length - done));
  });
  return collect(unique, outcomes, cache);
}

/** What the cache knows without a look into the original; undefined when anything is missing. */
function recall({ file }: PictureRequest, cache: PictureCache, mode: PictureOptions['mode']): Prepared | undefined {
  const identity = originalIdentity(file);
  const hash = identity && cache.index.contentHash(file, identity);
  const name = hash && pictureName(hash);
  const picture = name && cache.index.picture(name);
  if (!name || !picture) return undefined;
  return mode === 'on-request' || filesOf(picture).every(cache.has) ? { name, picture } : undefined;
}

async function prepare(
  { file }: PictureRequest,
  cache: PictureCache,
  mode: PictureOptions['mode'],
): Promise<Prepared | Unreadable> {
  // Taken before the bytes are read: whatever changes in between makes the next build look again.
  const identity = originalIdentity(file);
  const bytes = await readOriginal(file);
  if ('reason' in bytes) return bytes;
  const hash = hashContent(bytes);
  const name = pictureName(hash);
  let picture = cache.index.picture(name);
  if (picture === undefined) {
    // Loaded when needed: it brings sharp, and most builds find every picture in the cache.
    const { inspectOriginal } = await import('./inspect-original.ts');
    const original = await inspectOriginal(bytes);
    if ('reason' in original) return original;
    picture = planPicture(name, original);
    await cache.index.add([{ picture: name, is: picture }]);
  }
  const unreadable = mode === 'build' ? await cache.make(bytes, picture, filesOf(picture)) : undefined;
  if (unreadable !== undefined) return unreadable;
  if (identity !== '') await cache.index.add([{ original: file, identity, hash }]);
  return { name, picture };
}

function collect(
  requests: readonly PictureRequest[],
  outcomes: ReadonlyMap<PictureRequest, Prepared | Unreadable>,
  cache: PictureCache,
): PreparedPictures {
  const pictures = new Map<string, Picture>();
  const failures: (Unreadable & { key: string })[] = [];
  const byAddress = new Map<string, Prepared & { readonly original: string; readonly wanted: PictureFile }>();
  for (const request of requests) {
    const outcome = outcomes.get(request);
    if (outcome === undefined) continue;
    if ('reason' in outcome) {
      failures.push({ key: request.key, ...outcome });
      continue;
    }
    pictures.set(request.key, outcome.picture);
    for (const wanted of filesOf(outcome.picture)) {
      byAddress.set(wanted.address, { ...outcome, original: request.file, wanted });
    }
  }
  const files = [...byAddress.values()]
    .map(({ wanted }) => ({ address: wanted.address, source: cache.pathOf(wanted) }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  return {
    pictures,
    failures,
    files,
    async convertOnRequest(address) {
      const known = byAddress.get(address);
      if (known === undefined) return undefined;
      const { name, picture, original, wanted } = known;
      if (!cache.has(wanted)) {
        const bytes = await readOriginal(original);
        if ('reason' in bytes || pictureName(hashContent(bytes)) !== name) return undefined;
        if ((await cache.make(bytes, picture, [wanted])) !== undefined) return undefined;
      }
      return { file: cache.pathOf(wanted), type: typeOf(fileNameOf(wanted)) };
    },
  };
}
