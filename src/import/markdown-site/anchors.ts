import { slugOf } from '../../language/slug.ts';
import { plainText } from '../plain-text.ts';

const HEADING = /^#{1,6}[ \t]+(.+?)[ \t]*(?:\{#([\w.:-]+)[^}\n]*\})?[ \t]*#*$|^([^\n]+)\n(?:=+|-+)[ \t]*$/gm;
const TAGGED = /<h[1-6]\b([^>]*)>([\s\S]*?)<\/h[1-6]>/gi;
const KEPT = /<a\s[^>]*?\b(?:id|name)=["']([^"']+)["']/gi;

/** The anchors of a text of another generator, each with the one that stands in its place here. */
export function anchorsOf(body: string, language: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (heading: string, id: string | undefined): void => {
    const text = plainText(heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, ''));
    const own = slugOf(text, language) || 'section';
    for (const name of [id, ...generated(text), own])
      if (name !== undefined && name !== '' && !found.has(name)) found.set(name, own);
  };
  for (const [, heading = '', id, underlined] of body.matchAll(HEADING)) add(underlined ?? heading, id);
  for (const [, attributes = '', heading = ''] of body.matchAll(TAGGED))
    add(heading, /\bid=["']([^"']+)/i.exec(attributes)?.[1]);
  for (const [, id = ''] of body.matchAll(KEPT)) if (!found.has(id)) found.set(id, id);
  return found;
}

// As Goldmark, kramdown and the plugins of Eleventy make them of a heading.
function generated(text: string): string[] {
  const bare = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim();
  return [bare.replace(/\s/g, '-'), bare.replace(/[\s-]+/g, '-')];
}
