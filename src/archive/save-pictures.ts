import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeWholeFile } from '../files/write-whole-file.ts';
import type { TweetSource } from '../schema/tweet.ts';
import { ask, type Network } from './ask.ts';
import type { RemotePicture } from './found-post.ts';

type Media = NonNullable<TweetSource['media']>;

const MOST_BYTES = 20_000_000;
const SIGNATURES: readonly (readonly [string, RegExp])[] = [
  ['jpg', /^\xff\xd8\xff/],
  ['png', /^\x89PNG\r\n/],
  ['webp', /^RIFF.{4}WEBP/s],
  ['gif', /^GIF8/],
];

/** Fetches the pictures of a post into `media/` beside its snapshot, each whole or not at all. */
export async function savePictures(
  pictures: readonly RemotePicture[],
  { folder, name, credit }: { readonly folder: string; readonly name: string; readonly credit: string },
  network: Network,
): Promise<{ readonly media: Media; readonly missing?: string }> {
  const media: Media = [];
  let missing: string | undefined;
  for (const [i, { url, alt }] of pictures.entries()) {
    const answer = await ask(url, { accept: 'image/*', mostBytes: MOST_BYTES }, network);
    const extension = answer.is === 'answer' ? extensionOf(answer.bytes) : undefined;
    if (answer.is !== 'answer' || extension === undefined) {
      const reason = answer.is === 'failed' ? answer.reason : `${new URL(url).host} gave no picture`;
      missing = `picture ${i + 1} of ${pictures.length} is missing: ${reason}`;
      continue;
    }
    const src = `media/${name}-${i + 1}.${extension}`;
    await mkdir(path.join(folder, 'media'), { recursive: true });
    await writeWholeFile(path.join(folder, src), answer.bytes);
    media.push({ src, alt, credit });
  }
  return { media, ...(missing === undefined ? {} : { missing }) };
}

// By its first bytes, because servers name a type that they hope for.
function extensionOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return SIGNATURES.find(([, form]) => form.test(start))?.[0];
}
