import type { ContentPath } from '../content/article.ts';

/**
 * What a page or file takes from articles, beyond what the publication is otherwise: with it a build can tell, without
 * looking closer, that the same would come out as the last time.
 *
 * `about` an article: from its file, from its neighbours and older ones, and from what its file names.
 * `texts` of these articles, and from all articles whatever they say of themselves; but nothing that the clock decides.
 */
export type Reach = { readonly about: ContentPath } | { readonly texts: () => readonly ContentPath[] };

/** Of pages that show what articles say of themselves, and no text of any. */
export const NO_TEXTS: Reach = { texts: () => [] };
