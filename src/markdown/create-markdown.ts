import MarkdownParser, { type MarkdownIt, type StateCore } from 'markdown-it';
import { languageOf } from '../language/language.ts';
import type { BodyOptions } from './body.ts';
import { container } from './containers.ts';
import { envOf } from './environment.ts';
import { useFootnotes } from './footnotes.ts';
import { useLeanStates } from './lean-states.ts';
import { useLinks } from './links.ts';
import { pastedTweet } from './pasted-tweets.ts';
import { findAttributions } from './quotes.ts';
import { cleanRawHtml } from './raw-html.ts';
import { useTextRuns } from './text-runs.ts';
import { useTypography } from './typography.ts';

export interface MarkdownOptions {
  readonly language: string;
  readonly html: BodyOptions['html'];
  /** On unless false; off, the text stays as it is typed. */
  readonly typography?: boolean;
  /** Whether bare addresses become links; on unless false. */
  readonly linkify?: boolean;
}

/** markdown-it with everything that a body may hold. It parses only with an environment from newEnv. */
export function createMarkdown({ language, html, typography = true, linkify = true }: MarkdownOptions): MarkdownIt {
  const md = new MarkdownParser({ html: html !== 'escape' });
  useLeanStates(md);
  useTextRuns(md);
  useLinks(md, linkify);
  if (typography) useTypography(md, languageOf(language));
  md.core.ruler.at('inline', parseInlines);
  md.block.ruler.before('html_block', 'pasted_tweet', pastedTweet, { alt: ['paragraph', 'reference', 'blockquote'] });
  md.block.ruler.before('fence', 'container', container, { alt: ['paragraph', 'reference', 'blockquote', 'list'] });
  useFootnotes(md);
  md.core.ruler.push('attributions', findAttributions);
  md.core.ruler.push('raw_html', cleanRawHtml);
  return md;
}

/** markdown-it's own rule, which besides tells the rules for text on which line their block begins. */
function parseInlines(state: StateCore): void {
  const env = envOf(state);
  for (const token of state.tokens) {
    if (token.map) env.line = env.firstLine + token.map[0];
    if (token.type === 'html_block') env.hasHtml = true;
    else if (token.type === 'inline') {
      if (!env.hasHtml && token.content.includes('<')) env.hasHtml = true;
      token.children ??= [];
      state.md.inline.parse(token.content, state.md, env, token.children);
    }
  }
}
