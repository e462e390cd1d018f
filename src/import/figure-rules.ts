import type TurndownService from 'turndown';
import type { OldSite } from './html-to-markdown.ts';

const GALLERY =
  /\b(?:wp-block-gallery|blocks-gallery-grid|gallery|tiled-gallery|wp-block-jetpack-(?:tiled-gallery|slideshow))\b/;

/** Rules for pictures, figures and galleries. */
export function addFigureRules(service: TurndownService, site: OldSite): void {
  let within = false;
  const captionOf = (element: Element | null | undefined): string => {
    if (!element) return '';
    // To convert what captions within captions hold once more at each level would take twice as long with each.
    if (within) return element.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    within = true;
    const caption = service.turndown(element.innerHTML);
    within = false;
    return caption.replace(/\s*\\?\n\s*/g, ' ').trim();
  };

  const captions = new WeakMap<Element, string>();
  // Thousands of pictures can share what their caption is sought in.
  const captionIn = (element: Element): string => {
    const caption = captions.get(element) ?? captionOf(element.querySelector('figcaption, dd, .wp-caption-text'));
    captions.set(element, caption);
    return caption;
  };

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
    filter: (node) => !within && (GALLERY.test(node.className) || node.hasAttribute('data-gallery')),
    replacement(content, node) {
      const images = Array.from(node.querySelectorAll('img'));
      if (images.length === 0) return `\n\n${content.trim()}\n\n`;
      const rows = images.map((image) => {
        const own = image.closest('figure:not([class*="gallery"]), li, dl, .gallery-item') ?? image.parentElement;
        return pictureOf(image, own ? captionIn(own) : '', site);
      });
      const whole = Array.from(node.children).findLast(({ nodeName }) => nodeName === 'FIGCAPTION');
      return `\n\n${rows.join('\n')}\n\n${captionOf(whole)}\n\n`;
    },
  });
  service.addRule('figure-caption', {
    filter: (node) => node.nodeName === 'FIGCAPTION',
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  });
}

function pictureOf(image: Element, caption: string, site: OldSite): string {
  const url = image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
  const alt = image.getAttribute('alt')?.trim() ?? '';
  if (url === '' || /\/smilies\/|s\.w\.org\/images\/core\/emoji/.test(url)) return alt;
  return site.picture({ url, alt, caption });
}
