import type { ForeignSite } from './foreign-body.ts';
import { commentOf } from './hugo-shortcodes.ts';
import { outsideVerbatim } from './verbatim.ts';

const HIGHLIGHT = /\{%-?\s*highlight\s+([\w+-]+)[^%]*%\}\n?([\s\S]*?)\n?\{%-?\s*endhighlight\s*-?%\}/g;
const COMMENT = /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g;
const RAW = /\{%-?\s*(?:end)?raw\s*-?%\}/g;
const TAG = /\{%-?\s*(\w+)((?:"[^"]*"|'[^']*'|[^%"'])*)%\}/g;
const OUTPUT = /\{\{-?\s*((?:"[^"]*"|'[^']*'|[^}"'<%])*)\}\}/g;

/** Replaces the Liquid that texts of Jekyll and Eleventy hold. */
export function replaceLiquid(text: string, site: ForeignSite): string {
  const code = text
    .replace(COMMENT, '')
    .replace(HIGHLIGHT, (_, language: string, inner: string) => `\`\`\`${language}\n${inner}\n\`\`\``);
  const replaced = outsideVerbatim(code, (part) =>
    part
      .replace(TAG, (written, name: string, rest: string) =>
        /raw$/.test(name) ? written : tagOf(name, rest, written, site),
      )
      .replace(OUTPUT, (written, expression: string) => outputOf(expression.trim(), written, site)),
  );
  return replaced.replace(RAW, '');
}

function tagOf(name: string, rest: string, written: string, site: ForeignSite): string {
  const texts = Array.from(rest.matchAll(/"([^"]*)"|'([^']*)'/g), (match) => match[1] ?? match[2] ?? '');
  const [first = '', ...others] = texts;
  switch (name) {
    case 'image':
    case 'image_with_class':
      return site.picture({ url: first, alt: others.at(-1) ?? '', caption: '' });
    case 'link':
    case 'post_url':
      return site.fileNamed(rest.trim().replace(/-$/, '')) ?? rest.trim();
    case 'include': {
      const id = /\bid=["']?([\w-]+)/.exec(rest)?.[1];
      if (id !== undefined && /youtube|vimeo/.test(rest))
        return `\n\n${rest.includes('vimeo') ? 'https://vimeo.com/' : 'https://www.youtube.com/watch?v='}${id}\n\n`;
    }
  }
  site.person(`the tag ${name} means nothing here; it became a comment`, commentOf(written));
  return commentOf(written);
}

// `{{ "/about/" | url }}` is an address; `{{ site.baseurl }}` stands before one.
function outputOf(expression: string, written: string, site: ForeignSite): string {
  const literal = /^(?:"([^"]*)"|'([^']*)')/.exec(expression);
  if (literal) return literal[1] ?? literal[2] ?? '';
  if (/^site\.(?:baseurl|url)\b/.test(expression)) return '';
  site.person('a value that the other generator filled in is missing', written);
  return written;
}
