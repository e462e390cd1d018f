import { escapeHtml } from '../../src/html/safe-html.ts';
import type { BodyImage, BodyOptions, BodyPart, RenderedBody } from '../../src/markdown/body.ts';
import { renderBody } from '../../src/markdown/render-body.ts';

export const OPTIONS: BodyOptions = {
  language: 'en',
  html: 'sanitize',
  timeZone: 'Europe/Kyiv',
  date: { epoch: Date.UTC(2025, 6, 4, 6), iso: '2025-07-04T09:00:00+03:00', dateOnly: false },
};

/** Renders a body that begins on the first line of its file. */
export function render(markdown: string, options: Partial<BodyOptions> = {}): RenderedBody {
  return renderBody({ file: 'a.md', markdown, firstLine: 1 }, { ...OPTIONS, ...options });
}

export function partsOf(markdown: string, options: Partial<BodyOptions> = {}): readonly BodyPart[] {
  return render(markdown, options).body.parts;
}

/** The body as one string, its data printed as the simplest markup that shows it. */
export function htmlOf(markdown: string, options: Partial<BodyOptions> = {}): string {
  return print(partsOf(markdown, options));
}

/** Codes of the problems with line and, where it is exact, column: `link-unsafe 3:7`. */
export function problemsOf(markdown: string, options: Partial<BodyOptions> = {}): string[] {
  return render(markdown, options).problems.map(({ code, place }) => {
    if (place.at === 'point') return `${code} ${place.line}:${place.column}`;
    return place.at === 'text' ? `${code} ${place.line} ${place.text ?? ''}`.trim() : code;
  });
}

export function print(parts: readonly BodyPart[]): string {
  return parts.map(printPart).join('');
}

function printPart(part: BodyPart): string {
  if (typeof part === 'string') return part;
  switch (part.type) {
    case 'link-open':
      return `<a href="${escapeHtml(part.href)}"${part.title === undefined ? '' : ` title="${escapeHtml(part.title)}"`}>`;
    case 'link-close':
      return '</a>';
    case 'inline-image':
      return printImage(part.image);
    case 'figure':
      return `<figure>${printImage(part.image)}</figure>\n`;
    case 'gallery':
      return `<div class="gallery">${part.images.map(printImage).join('')}</div>\n`;
    case 'update-open':
      return `<section id="${part.id}">\n`;
    case 'update-close':
      return '</section>\n';
    case 'post':
    case 'video':
      return `<p class="embed">${escapeHtml(part.url)}</p>\n`;
  }
}

function printImage({ src, alt }: BodyImage): string {
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`;
}
