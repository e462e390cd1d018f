import type TurndownService from 'turndown';
import type { OldSite } from './html-to-markdown.ts';
import { partsOfQuote } from './text-rules.ts';

const GALLERY =
  /\b(?:wp-block-gallery|blocks-gallery-grid|gallery|tiled-gallery|wp-block-jetpack-(?:tiled-gallery|slideshow))\b/;

/** Rules for pictures, figures, galleries and pull quotes. */
export function addFigureRules(service: TurndownService, site: OldSite): void {
  const captionOf = (element: Element | null | undefined): string =>
    element
      ? service
          .turndown(element.innerHTML)
          .replace(/\s*\\?\n\s*/g, ' ')
          .trim()
      : '';

  service.addRule('picture', {
    filter: 'img',
    replacement: (_, node) => pictureOf(node, '', site),
  });
  service.addRule('cover', {
    filter: (node) => /\bwp-block-cover\b/.test(node.className) && /url\(/.test(node.getAttribute('style') ?? ''),
    replacement(content, node) {
      const url = /url\(\s*["']?([^"')]+)/.exec(node.getAttribute('style') ?? '')?.[1] ?? '';
      const picture = site.picture({ url, alt: '', caption: '' });
      return `\n\n${picture}\n\n${content.trim()}\n\n`;
    },
  });
  service.addRule('figure', {
    filter: 'figure',
    replacement(content, node) {
      const images = Array.from(node.querySelectorAll('img'));
      const caption = captionOf(node.querySelector('figcaption'));
      const [image] = images;
      if (!image || images.length > 1 || node.querySelector('table, video, audio, iframe, blockquote'))
        return `\n\n${content.trim()}\n\n`;
      return `\n\n${pictureOf(image, caption, site)}\n\n`;
    },
  });
  service.addRule('gallery', {
    filter: (node) => GALLERY.test(node.className) || node.hasAttribute('data-gallery'),
    replacement(content, node) {
      const images = Array.from(node.querySelectorAll('img'));
      if (images.length === 0) return `\n\n${content.trim()}\n\n`;
      const rows = images.map((image) => {
        const own = image.closest('figure:not([class*="gallery"]), li, dl, .gallery-item') ?? image.parentElement;
        return pictureOf(image, captionOf(own?.querySelector('figcaption, dd, .wp-caption-text')), site);
      });
      const whole = Array.from(node.children).findLast(({ nodeName }) => nodeName === 'FIGCAPTION');
      return `\n\n${rows.join('\n')}\n\n${captionOf(whole)}\n\n`;
    },
  });
  service.addRule('figure-caption', {
    filter: (node) => node.nodeName === 'FIGCAPTION',
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  });
  service.addRule('pull-quote', {
    filter: (node) => node.nodeName === 'FIGURE' && /\bwp-block-pullquote\b/.test(node.className),
    replacement(_, node) {
      const { words, source } = partsOfQuote(node.querySelector('blockquote') ?? node, service);
      return `\n\n::: pullquote\n${words}${source === '' ? '' : `\n\n— ${source}`}\n:::\n\n`;
    },
  });
}

function pictureOf(image: Element, caption: string, site: OldSite): string {
  const url = image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
  const alt = image.getAttribute('alt')?.trim() ?? '';
  if (url === '' || /\/smilies\/|s\.w\.org\/images\/core\/emoji/.test(url)) return alt;
  return site.picture({ url, alt, caption });
}
