import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { describe, expect, test } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { type Words, wordsOf } from '../../src/language/words.ts';
import { everyView } from './fixtures.ts';
import { site } from './site.ts';

type Node = DefaultTreeAdapterMap['node'];

/** Texts of a body with the language that each is said to be in. */
function textsOf(node: Node, language: string): readonly { readonly text: string; readonly language: string }[] {
  if (node.nodeName === 'head') return [];
  if ('value' in node) return node.value.trim() === '' ? [] : [{ text: node.value.trim(), language }];
  const own = 'attrs' in node ? node.attrs.find(({ name }) => name === 'lang')?.value : undefined;
  return 'childNodes' in node ? node.childNodes.flatMap((child) => textsOf(child, own ?? language)) : [];
}

/** All that the interface may say: a number or a name where one belongs stands for any. */
function phrasesOf(words: Words | Words[keyof Words]): readonly string[] {
  if (typeof words === 'string') return words.trim() === '' ? [] : [words.trim()];
  if (typeof words === 'function') {
    const phrase = words as (value: never) => string;
    return [1, 2, 3, 4, 'X', 'YouTube', '4 juillet 2025'].map((value) => phrase(value as never).trim());
  }
  return Object.values(words).flatMap((value) => phrasesOf(value as Words[keyof Words]));
}

describe('on a page of a language that the interface does not speak', () => {
  const phrases = phrasesOf(wordsOf('en'));
  const foreign = (text: string): string => `Ëë ${text.replaceAll(/[A-Za-z]/g, 'ë')}`;

  test.each(everyView(foreign, 'fr').map((view) => [view.layout, view] as const))(
    'every word of the interface is marked as English: %s',
    (_, view) => {
      const texts = textsOf(parse(renderView(view, site(foreign, 'fr')), { scriptingEnabled: false }), '');
      const unmarked = texts.filter(
        ({ text, language }) =>
          language === 'fr' && phrases.some((phrase) => (phrase.length > 4 ? text.includes(phrase) : text === phrase)),
      );
      expect(unmarked).toEqual([]);
      expect(texts.some(({ language }) => language === 'en')).toBe(true);
    },
  );
});
