import { createHash } from 'node:crypto';
import type { Article, Correction } from '../content/article.ts';
import { readSource } from '../content/read-source.ts';
import type { ReadingSettings } from '../content/settings.ts';

/** What readers saw of a version, as plain text. */
export interface VersionText {
  readonly title: string;
  readonly standfirst: string;
  /** Ids. */
  readonly authors: readonly string[];
  /** A paragraph, heading or item of a list each. */
  readonly paragraphs: readonly string[];
  /** Alt text, caption and credit of each picture. */
  readonly pictures: readonly string[];
  readonly corrections: readonly Correction[];
}

/** What decides whether and from when a version was public, and whether readers saw a difference. */
export interface VersionFacts {
  readonly draft: boolean;
  /** Of its `date`: milliseconds since 1970, UTC. */
  readonly date: number;
  /** The same for two versions that readers cannot tell apart. */
  readonly seen: string;
}

/** The text of a version from its bytes; undefined when they have errors, with which nothing was ever published. */
export function versionText(bytes: Uint8Array, settings: ReadingSettings): VersionText | undefined {
  return read(bytes, settings)?.text;
}

export function versionFacts(bytes: Uint8Array, settings: ReadingSettings): VersionFacts | undefined {
  const version = read(bytes, settings);
  if (!version) return undefined;
  const { corrections: _, ...seen } = version.text;
  const hash = createHash('sha256').update(JSON.stringify(seen)).digest('base64url').slice(0, 16);
  return { draft: version.article.draft, date: version.article.date.epoch, seen: hash };
}

function read(bytes: Uint8Array, settings: ReadingSettings): { article: Article; text: VersionText } | undefined {
  // Where the file lay then does not matter: it is what it says that readers saw.
  const { document: article, body } = readSource('article', 'articles/version.md', bytes, settings);
  if (!article || !('kind' in article) || !('corrections' in article) || !body) return undefined;
  const images = [...(article.image ? [article.image] : []), ...Object.values(article.body.images)];
  return {
    article,
    text: {
      title: article.title,
      standfirst: article.standfirst,
      authors: article.authors,
      paragraphs: body.text.split('\n').filter((line) => line !== ''),
      pictures: images.map(({ alt, caption = '', credit = '' }) =>
        [plain(caption) || alt, plain(credit)].filter((part) => part !== '').join(' – '),
      ),
      corrections: article.corrections,
    },
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

/** Captions and credits are inline markup. */
function plain(markup: string): string {
  return markup.replace(/<[^<>]*>/g, '').replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}
