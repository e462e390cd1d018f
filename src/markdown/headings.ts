import type { Token } from 'markdown-it';
import { slugOf } from '../language/slug.ts';
import type { BodyEnv } from './environment.ts';
import type { Output } from './output.ts';
import { plainText } from './plain-text.ts';

/** Opens a heading with an id from its text. The first level belongs to the headline, so `#` counts as `##`. */
export function openHeading(open: Token, inline: Token, close: Token, env: BodyEnv, out: Output): void {
  if (open.tag === 'h1') demote(open, inline, close, env);
  const text = plainText(inline.children ?? []).trim();
  const id = env.ids.unique(slugOf(text, env.options.language) || 'section');
  env.headings.push({ id, level: Number(open.tag.slice(1)), text });
  out.write(`<${open.tag} id="${id}">`);
}

function demote(open: Token, inline: Token, close: Token, env: BodyEnv): void {
  open.tag = 'h2';
  close.tag = 'h2';
  const text = open.markup === '#' ? '#' : (inline.content.split('\n')[0] ?? '');
  env.problems.push({
    code: 'heading-level',
    file: env.file,
    place: { at: 'text', line: env.line, text },
    message: 'a heading of the first level is the headline’s own; this one is shown on the second',
    help: 'begin headings of the text with `##`',
  });
}
