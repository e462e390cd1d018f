import type { ContentPath } from '../content/article.ts';
import { decodeAddress } from '../html/decode-address.ts';
import { splitCredit } from '../markdown/captions.ts';

/** Where imported pictures and documents go, below content/. */
export const IMPORTED = 'images/imported';

/** A file of the old site that comes along: from the uploads folder into the content. */
export interface MediaCopy {
  /** Below the uploads folder, with `/`. */
  readonly from: string;
  readonly to: ContentPath;
}

/** A picture as the old site shows it. */
export interface OldPicture {
  readonly url: string;
  readonly alt: string;
  /** Markdown of one line. */
  readonly caption: string;
}

/** Finds the files that addresses of the old site stand for. */
export class MediaLibrary {
  readonly copies = new Map<ContentPath, MediaCopy>();
  /** Places below the uploads folder that were asked for, as the old site writes them. */
  readonly wanted = new Set<string>();
  readonly #files: ReadonlyMap<string, string>;
  readonly #given: boolean;

  /** `files` are all files of the uploads folder; undefined when there is none. */
  constructor(files: Iterable<string> | undefined) {
    this.#given = files !== undefined;
    this.#files = new Map([...(files ?? [])].map((file) => [file.normalize('NFC').toLowerCase(), file]));
  }

  /** Whether there is an uploads folder at all. */
  get given(): boolean {
    return this.#given;
  }

  /** The content path of a file of the old site, which then comes along; undefined when it is not there. */
  take(url: string): ContentPath | undefined {
    const place = uploadPlace(url);
    if (place !== undefined) this.wanted.add(place);
    const from = this.#find(url);
    if (from === undefined) return undefined;
    const to = `${IMPORTED}/${from}`;
    this.copies.set(to, { from, to });
    return to;
  }

  has(url: string): boolean {
    return this.#find(url) !== undefined;
  }

  #find(url: string): string | undefined {
    const wanted = uploadPlace(url)?.toLowerCase();
    if (wanted === undefined) return undefined;
    return originalsOf(wanted)
      .map((name) => this.#files.get(name))
      .find((name) => name !== undefined);
  }
}

/** Names under which a file of the uploads folder may lie: a resized copy stands for its original, from which sizes are made. */
export function originalsOf(place: string): readonly string[] {
  const original = place.replace(/-\d+x\d+(?=\.\w+$)/, '');
  return [...new Set([original, original.replace(/(?=\.\w+$)/, '-scaled'), place])];
}

/** The part of an address that is the file's place in the uploads folder. */
function uploadPlace(url: string): string | undefined {
  const path = URL.parse(url)?.pathname;
  if (path === undefined) return undefined;
  const [, below = path.replace(/^\/+/, '')] =
    /\/(?:wp-content\/uploads(?:\/sites\/\d+)?|files)\/(.+)$/.exec(path) ?? [];
  return decodeAddress(below).normalize('NFC');
}

/** Markdown of a picture: `![alt](src "caption")`. */
export function pictureMarkdown(src: ContentPath, { alt, caption }: OldPicture): string {
  const title = caption === '' ? '' : ` "${caption.replace(/\\(?!")/g, '\\\\').replaceAll('"', '\\"')}"`;
  return `![${alt
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim()}](${encodeSrc(src)}${title})`;
}

/** Address of a file of content/, as a text names it. */
export function encodeSrc(src: ContentPath): string {
  return `/${encodeURI(src).replace(/[()?#]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
}

/** A comment in the place of a picture that could not come along; readers see nothing. */
export function leftOutMarkdown({ url, caption }: OldPicture): string {
  const words = [`picture left out: ${url}`, caption].filter((part) => part !== '').join(' | ');
  return `<!-- ${words.replace(/--+/g, '–').replace(/[<>]/g, '')} -->`;
}

export const hasCredit = (caption: string, language: string): boolean =>
  splitCredit(caption, language).credit !== undefined;
