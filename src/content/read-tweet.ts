import type { KeyPath, Problem } from '../diagnostics/diagnostic.ts';
import { escapeHtml } from '../html/safe-html.ts';
import { snapshotName, type TweetSource, tweetSchema } from '../schema/tweet.ts';
import type { Tweet } from './article.ts';
import { lineIndex } from './line-index.ts';
import { FileReading } from './read-file.ts';
import { resolveImage } from './read-image.ts';
import type { ReadingSettings } from './settings.ts';
import { validate } from './validate.ts';

/** A snapshot file: embeds/tweets/<id>.json. */
export function readTweetFile(
  source: string,
  text: string,
  settings: ReadingSettings,
): { tweet?: Tweet; problems: readonly Problem[] } {
  const reading = new FileReading(source, settings);
  const data = parseJson(reading, text);
  if (data === undefined) return { problems: reading.problems };
  const valid = validate(tweetSchema, data, source);
  if (!valid.value) return { problems: valid.problems };
  const named = /([^/]+)\.json$/.exec(source)?.[1];
  const name = snapshotName(valid.value);
  if (named !== name) {
    const help = `name the file ${name}.json, or mend the id`;
    reading.report({
      code: 'tweet-mismatch',
      place: { at: 'value', path: ['id'] },
      message: `the id is not the one in the file’s name: ${named}`,
      help,
    });
  }
  const tweet = tweetOf(reading, valid.value, []);
  return { ...(tweet ? { tweet } : {}), problems: reading.problems };
}

/** The tweet of a valid snapshot that stands at a key path of the file being read. */
export function tweetOf(reading: FileReading, snapshot: TweetSource, key: KeyPath): Tweet | undefined {
  const date = reading.moment(snapshot.date, [...key, 'date']);
  const archivedAt = reading.moment(snapshot.archivedAt, [...key, 'archivedAt']);
  const deletedOn =
    typeof snapshot.deleted === 'string' ? reading.moment(snapshot.deleted, [...key, 'deleted']) : undefined;
  const media = (snapshot.media ?? []).flatMap((item, i) => {
    const src = resolveImage(reading, item.src, { at: 'value', path: [...key, 'media', i, 'src'] });
    return src === undefined
      ? []
      : [{ src, alt: item.alt, ...(item.credit ? { credit: escapeHtml(item.credit) } : {}) }];
  });
  if (!date) return undefined;
  const { network, id, url, author, handle, text, language } = snapshot;
  return {
    ...(network === undefined || network === 'x' ? {} : { network }),
    id,
    url,
    author,
    handle,
    date,
    text,
    links: (snapshot.links ?? []).map(({ url, expanded, display }) => ({
      url,
      ...(expanded ? { expanded } : {}),
      ...(display ? { display } : {}),
    })),
    media,
    deleted: snapshot.deleted !== undefined && snapshot.deleted !== false,
    ...(language ? { language } : {}),
    ...(archivedAt ? { archivedAt } : {}),
    ...(deletedOn ? { deletedOn } : {}),
  };
}

function parseJson(reading: FileReading, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const offset = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    reading.report({
      code: 'json-invalid',
      place: { at: 'point', ...lineIndex(text)(offset) },
      message: 'the JSON cannot be read from here on',
      help: 'check the quotes and commas on this line and the one above',
    });
    return undefined;
  }
}
