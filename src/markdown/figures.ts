import type { Token } from 'markdown-it';
import type { BodyImage, Figure, Gallery } from './body.ts';
import { splitCredit } from './captions.ts';
import type { BodyEnv } from './environment.ts';
import { isSafe } from './links.ts';
import { descriptionText } from './plain-text.ts';
import { renderInline } from './render-inline.ts';

/** A paragraph that holds nothing but pictures: one is a figure, several are a gallery. */
export function figureOf(children: readonly Token[], env: BodyEnv): Figure | Gallery | undefined {
  if (!children.every(isPictureOrSpace)) return undefined;
  const images: BodyImage[] = [];
  let line = env.line;
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    const image = token.type === 'image' ? imageOf(token, line, env) : undefined;
    if (image !== undefined) images.push(image);
  }
  const [image] = images;
  if (image === undefined) return undefined;
  return images.length === 1 ? { type: 'figure', image } : { type: 'gallery', images };
}

/** The picture of an image token; undefined, and a problem, where its address could run script. */
export function imageOf(token: Token, line: number, env: BodyEnv): BodyImage | undefined {
  const src = String(token.attrGet('src') ?? '');
  if (!isSafe(src, env)) return undefined;
  const alt = descriptionText(token.children ?? []);
  const title = String(token.attrGet('title') ?? '');
  const { caption, credit } = splitCredit(title, env.options.language);
  return {
    src,
    alt,
    ...(caption === undefined ? {} : { caption: captionMarkup(caption, env) }),
    ...(credit === undefined ? {} : { credit: captionMarkup(credit, env) }),
    line,
  };
}

function captionMarkup(text: string, env: BodyEnv): string {
  return renderInline(text, env.options.language, (href) => isSafe(href, env));
}

function isPictureOrSpace(token: Token): boolean {
  switch (token.type) {
    case 'image':
    case 'softbreak':
    case 'hardbreak':
      return true;
    case 'text':
      return token.content.trim() === '';
    default:
      return false;
  }
}
