import { defaultTreeAdapter, parse } from 'parse5';

class Deeper extends Error {}

/**
 * Whether more than so many elements of a text are ever open at once. Only a parser knows: tags that close nothing,
 * and those that others imply, hide it. It goes no deeper than asked, so its time is linear.
 */
export function isNestedDeeply(html: string, most: number): boolean {
  let depth = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: (): void => {
      if (++depth > most) throw new Deeper();
    },
    onItemPop: (): void => {
      depth--;
    },
  };
  try {
    parse(`<body>${html}`, { treeAdapter });
    return false;
  } catch (error) {
    if (error instanceof Deeper) return true;
    throw error;
  }
}
