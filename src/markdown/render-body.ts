import type { MarkdownIt } from 'markdown-it';
import { primarySubtag } from '../language/language.ts';
import { writeBlocks } from './blocks.ts';
import type { BodyOptions, BodySource, RenderedBody } from './body.ts';
import { checkBodyStyle } from './check-style.ts';
import { createMarkdown } from './create-markdown.ts';
import { newEnv } from './environment.ts';
import { claimFootnoteIds } from './footnote-markup.ts';
import { Output } from './output.ts';
import { countWords } from './plain-text.ts';

export { renderInline } from './render-inline.ts';

const parsers = new Map<string, MarkdownIt>();

/** The body of an article or a page from its Markdown, and what is wrong with it. Pure, and never throws. */
export function renderBody(source: BodySource, options: BodyOptions): RenderedBody {
  return renderWith(parserOf(options), source, options);
}

/** The same through a parser of one's own, made by createMarkdown. */
export function renderWith(md: MarkdownIt, source: BodySource, options: BodyOptions): RenderedBody {
  const env = newEnv(source, options);
  const tokens = md.parse(source.markdown, env);
  checkBodyStyle(tokens, env);
  claimFootnoteIds(env);
  const out = new Output();
  writeBlocks(tokens, env, out);
  const text = tidy(out.text);
  const body = { parts: out.parts, headings: env.headings, anchors: env.ids.all, words: countWords(text), text };
  return { body, problems: env.problems };
}

/** Blocks on lines of their own, without the no-break spaces that only a page needs. */
function tidy(text: string): string {
  return text
    .replaceAll('\u00a0', ' ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function parserOf({ language, html }: BodyOptions): MarkdownIt {
  const key = `${primarySubtag(language)} ${html}`;
  let md = parsers.get(key);
  if (md === undefined) {
    md = createMarkdown({ language, html });
    parsers.set(key, md);
  }
  return md;
}
