import type TurndownService from 'turndown';

const PULL_QUOTE = /\bwp-block-pullquote\b/;

interface Quote {
  readonly words: string;
  /** Who says it: the first `<cite>` of the quote. */
  readonly source: string;
}

/**
 * Rules for quotes and pull quotes. A quote stands in Markdown before the one around it, so what is found in it is
 * kept: to convert it anew at each level would take twice as long with each.
 */
export function addQuoteRules(service: TurndownService): void {
  const sources = new WeakMap<Element, string>();
  const quotes = new WeakMap<Element, Quote>();
  const quoteOf = (node: Element, content: string): Quote => {
    const quote = { words: content.replace(/(?:\s*\\)+\s*$/, '').trim(), source: sources.get(node) ?? '' };
    quotes.set(node, quote);
    return quote;
  };

  service.addRule('quote', {
    filter: 'blockquote',
    replacement(content, node) {
      const { words, source } = quoteOf(node, content);
      const lines = [...words.split('\n'), ...(source === '' ? [] : [`— ${source}`])];
      return words === '' ? '\n\n' : `\n\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}\n\n`;
    },
  });
  service.addRule('pull-quote', {
    filter: isPullQuote,
    replacement(content, node) {
      const within = node.querySelector('blockquote');
      const { words, source } = within ? (quotes.get(within) ?? { words: '', source: '' }) : quoteOf(node, content);
      return `\n\n::: pullquote\n${words}${source === '' ? '' : `\n\n— ${source}`}\n:::\n\n`;
    },
  });
  service.addRule('source', {
    filter: (node) => node.nodeName === 'CITE' && isSource(node),
    replacement(content, node) {
      const quote = quoteAround(node);
      if (quote)
        sources.set(
          quote,
          content
            .replace(/\s*\\?\n\s*/g, ' ')
            .replace(/^\s*[—–-]+\s*/, '')
            .trim(),
        );
      return '';
    },
  });
}

const isPullQuote = (node: Element): boolean => node.nodeName === 'FIGURE' && PULL_QUOTE.test(node.className);

const quoteAround = (node: Element): Element | null => node.closest('blockquote, figure.wp-block-pullquote');

function isSource(cite: Element): boolean {
  const quote = quoteAround(cite);
  return quote?.querySelector('cite') === cite;
}
