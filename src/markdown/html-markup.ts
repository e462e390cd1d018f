import type { BodyEnv } from './environment.ts';
import { closeLink, isInternal, openLink } from './links.ts';
import type { Output } from './output.ts';
import { decodeMarkup, markupText } from './plain-text.ts';

const TAG = /<(\/?)(a|img)(?=[\s>])([^>]*)>/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;

/** Writes cleaned HTML, its links and pictures as data like those of Markdown; trusted HTML as it is. */
export function writeRawHtml(markup: string, env: BodyEnv, out: Output): void {
  if (env.options.html !== 'sanitize') {
    out.write(markup);
    return;
  }
  let last = 0;
  for (const match of markup.matchAll(TAG)) {
    out.write(markup.slice(last, match.index));
    last = match.index + match[0].length;
    if (match[1] === '/') closeLink(env, out);
    else if (match[2] === 'a') writeLink(attributesOf(match[3] ?? ''), match[0], env, out);
    else writePicture(attributesOf(match[3] ?? ''), env, out);
  }
  out.write(markup.slice(last));
}

/** What a block of HTML says, for the plain text. */
export function sayHtml(markup: string, out: Output): void {
  const text = markupText(markup);
  if (text === '') return;
  out.say(text);
  out.endBlock();
}

function writeLink(attributes: ReadonlyMap<string, string>, tag: string, env: BodyEnv, out: Output): void {
  const href = attributes.get('href');
  if (env.openLinks.length > 0 || (href !== undefined && isInternal(href))) {
    openLink(href ?? '', attributes.get('title'), env, out);
  } else {
    // Cleaned already, and with attributes that a link of Markdown cannot have.
    env.openLinks.push('markup');
    out.write(tag);
  }
}

function writePicture(attributes: ReadonlyMap<string, string>, env: BodyEnv, out: Output): void {
  const src = attributes.get('src') ?? '';
  out.part({ type: 'inline-image', image: { src, alt: attributes.get('alt') ?? '', line: env.line } });
}

function attributesOf(source: string): Map<string, string> {
  return new Map(Array.from(source.matchAll(ATTRIBUTE), (match) => [match[1] ?? '', decodeMarkup(match[2] ?? '')]));
}
