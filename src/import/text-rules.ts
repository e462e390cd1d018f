import type TurndownService from 'turndown';
import type { OldSite } from './html-to-markdown.ts';

const KEPT_INLINE = ['sup', 'sub', 'abbr', 'ins', 'kbd', 'small', 'q', 'cite', 'samp', 'var', 'dfn'] as const;
// They do something, or load something, and a page of ours does neither.
const REMOVED = [
  'script',
  'style',
  'noscript',
  'form',
  'input',
  'button',
  'select',
  'textarea',
  'object',
  'embed',
  'svg',
];

/** Rules for headings, links, code and the inline elements that Markdown has no sign for. */
export function addTextRules(service: TurndownService, site: OldSite): void {
  service.addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    // The first level belongs to the headline.
    replacement: (content, node) => {
      const words = content.replace(/\\?\n+/g, ' ').trim();
      return words === '' ? '\n\n' : `\n\n${'#'.repeat(Math.max(2, Number(node.nodeName[1])))} ${words}\n\n`;
    },
  });
  service.addRule('kept-inline', {
    filter: [...KEPT_INLINE],
    replacement: (content, node) => {
      const name = node.nodeName.toLowerCase();
      const title = node.getAttribute('title')?.replaceAll('"', '&quot;');
      return content.trim() === '' ? content : `<${name}${title ? ` title="${title}"` : ''}>${content}</${name}>`;
    },
  });
  service.addRule('struck', {
    filter: (node) => /^(?:DEL|S|STRIKE)$/.test(node.nodeName),
    replacement: (content) => wrap('~~', content),
  });
  service.addRule('term', { filter: 'dt', replacement: (content) => `\n\n${wrap('**', content)}\n\n` });
  service.addRule('description', { filter: 'dd', replacement: (content) => `\n\n${content.trim()}\n\n` });
  service.addRule('removed', {
    filter: (node) => REMOVED.includes(node.nodeName.toLowerCase()),
    replacement: (_, node) => {
      const name = node.nodeName.toLowerCase();
      if (!/platform\.(?:twitter|x)\.com|embedR|\/embed\.js/.test(node.getAttribute('src') ?? '') && name !== 'style')
        site.changed('an element that runs or styles something was left out', '', `<${name}>`);
      return '';
    },
  });
  // Emphasis within emphasis of the same kind has no sign of its own.
  service.addRule('doubled', {
    filter: (node) => /^(?:STRONG|B|EM|I)$/.test(node.nodeName) && isWithinSame(node),
    replacement: (content) => content,
  });
  service.addRule('item', { filter: 'li', replacement: listItem });
  addLinkRules(service, site);
  addCodeRules(service);
}

function addLinkRules(service: TurndownService, site: OldSite): void {
  service.addRule('link', {
    filter: 'a',
    replacement(content, node) {
      const href = node.getAttribute('href')?.trim() ?? '';
      const words = content.replace(/\s*\\?\n\s*/g, ' ');
      if (words.trim() === '' || /^!\[|<!-- picture/.test(words.trim()) || href === '') return words;
      const target = site.link(href);
      if (target === undefined) return words;
      if (words === target) return target;
      return `[${words}](${target.replace(/[()\s]/g, (c) => encodeURIComponent(c).replace('(', '%28').replace(')', '%29'))})`;
    },
  });
  service.addRule('footnote-mark', {
    filter: (node) => node.nodeName === 'SUP' && node.hasAttribute('data-fn'),
    replacement(content, node) {
      const number = site.footnote(node.getAttribute('data-fn') ?? '');
      return number === undefined ? content : `[^${number}]`;
    },
  });
}

function isWithinSame(node: HTMLElement): boolean {
  const same = /^(?:STRONG|B)$/.test(node.nodeName) ? 'strong, b' : 'em, i';
  return Boolean(node.parentElement?.closest(same));
}

const places = new WeakMap<Element, ReadonlyMap<Element, number>>();

// A list is counted once and not for each of its items.
function placeIn(list: Element, item: Element): number {
  const known = places.get(list) ?? new Map(Array.from(list.children, (child, at) => [child, at]));
  places.set(list, known);
  return known.get(item) ?? 0;
}

function listItem(content: string, node: HTMLElement): string {
  const list = node.parentElement;
  const mark = list?.nodeName === 'OL' ? `${Number(list.getAttribute('start') ?? 1) + placeIn(list, node)}. ` : '- ';
  const lines = content
    .trim()
    .replace(/\n{3,}/g, '\n\n')
    .split('\n');
  const text = lines.map((line, i) => (i === 0 || line === '' ? line : ' '.repeat(mark.length) + line)).join('\n');
  return `${mark}${text}\n`;
}

function addCodeRules(service: TurndownService): void {
  service.addRule('inline-code', {
    filter: (node) => node.nodeName === 'CODE' && node.parentElement?.nodeName !== 'PRE',
    replacement(_, node) {
      for (const br of Array.from(node.querySelectorAll('br'))) br.replaceWith(' ');
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
      const fence = '`'.repeat(Math.max(1, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)));
      const space = /^`|`$/.test(text) ? ' ' : '';
      return text === '' ? '' : `${fence}${space}${text}${space}${fence}`;
    },
  });
  service.addRule('preformatted', {
    filter: 'pre',
    replacement(_, node) {
      for (const br of Array.from(node.querySelectorAll('br'))) br.replaceWith('\n');
      const text = (node.textContent ?? '').replace(/^\n+|\s+$/g, '');
      const named = `${node.className} ${node.querySelector('code')?.className ?? ''}`;
      const language = /\b(?:lang(?:uage)?-|brush:\s*)([\w+-]+)/.exec(named)?.[1] ?? '';
      const fence = '`'.repeat(Math.max(3, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length + 1)));
      return text === '' ? '\n\n' : `\n\n${fence}${language}\n${text}\n${fence}\n\n`;
    },
  });
}

function wrap(mark: string, content: string): string {
  return content.trim() === '' ? content : `${mark}${content.trim()}${mark}`;
}
