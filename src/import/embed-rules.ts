import type TurndownService from 'turndown';
import { decodeAddress } from '../html/decode-address.ts';
import { embedAt } from '../markdown/embeds.ts';
import type { OldSite } from './html-to-markdown.ts';

const LONE_ADDRESS = /^https?:\/\/\S+$/;

/** Rules for posts, videos and players of other sites: what Dateline knows stands alone by its address, the rest becomes a link. */
export function addEmbedRules(service: TurndownService, site: OldSite): void {
  const embed = (url: string): string => {
    if (embedAt(url) === undefined) site.changed('an embed is a link now', url, url);
    return `\n\n${url}\n\n`;
  };
  service.addRule('lone-address', {
    filter: (node) =>
      (node.nodeName === 'P' || /\bwp-block-embed__wrapper\b/.test(node.className)) &&
      !node.querySelector('img, iframe, video, audio') &&
      LONE_ADDRESS.test(node.textContent?.trim() ?? '') &&
      (node.querySelector('a')?.getAttribute('href') ?? node.textContent)?.trim() === node.textContent?.trim(),
    replacement: (_, node) => embed(node.textContent?.trim() ?? ''),
  });
  service.addRule('pasted-post', {
    filter: (node) => node.nodeName === 'BLOCKQUOTE' && /\btwitter-(?:tweet|video)\b/.test(node.className),
    // Its own markup says what the post said, which its address alone does not.
    replacement: (_, node) =>
      `\n\n${node.outerHTML.replace(/\s*\n\s*/g, ' ').replace(/<br>\s*(?=<p\b|<\/blockquote)/g, '')}\n\n`,
  });
  service.addRule('framed', {
    filter: 'iframe',
    replacement(_, node) {
      const src = (node.getAttribute('src') ?? '').replace(/^\/\//, 'https://');
      const known = embedAt(src);
      if (known) return `\n\n${known.url}\n\n`;
      if (!LONE_ADDRESS.test(src)) return '';
      site.person('a frame of another site is a link now', src, src);
      return `\n\n${src}\n\n`;
    },
  });
  service.addRule('player', {
    filter: ['video', 'audio'],
    replacement(_, node) {
      const src = node.getAttribute('src') ?? node.querySelector('source')?.getAttribute('src') ?? '';
      const target = src === '' ? undefined : site.link(src);
      if (target === undefined) return '';
      const name = nameOf(src);
      site.changed(`${node.nodeName === 'VIDEO' ? 'a video' : 'a sound'} is a link now`, target);
      return `\n\n[${name.replace(/[[\]\\]/g, '\\$&')}](${target})\n\n`;
    },
  });
}

function nameOf(address: string): string {
  return decodeAddress(/([^/?#]+)(?:[?#].*)?$/.exec(address)?.[1] ?? address);
}
