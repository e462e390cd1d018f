/** How a listing is cut into pages. Entries come oldest first. */
export interface NumberedPages<T> {
  /** What the newest page shows, newest first. */
  readonly newest: readonly T[];
  /** Full pages, numbered from 1 at the oldest. */
  readonly sealed: number;
  /** What a full page shows, newest first; `number` from 1 to `sealed`. */
  page(number: number): readonly T[];
}

/**
 * Cuts a list into pages that never change once they are full: page 7 holds the same articles for ever. The newest
 * page has no number and shows what no full page holds yet, one to two pages' worth, so that it is never bare.
 */
export function numberPages<T>(oldestFirst: readonly T[], size: number): NumberedPages<T> {
  const sealed = Math.max(0, Math.floor(oldestFirst.length / size) - 1);
  return {
    sealed,
    newest: oldestFirst.slice(sealed * size).reverse(),
    page: (number) => oldestFirst.slice((number - 1) * size, number * size).reverse(),
  };
}
