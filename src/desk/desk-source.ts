import type { ContentPath } from '../content/article.ts';
import { editionLanguages } from '../publication/languages.ts';
import { textIn } from '../schema/locale.ts';
import type { Site } from '../schema/site.ts';
import type { DeskSource } from './desk-config.ts';

/** Folders of a new article: those of its year and month. */
const NEW = 2;

/** What the desk is made from. `articles` are files; of what they say nothing is taken, because the desk's configuration is public. */
export function deskSource(site: Site, articles: Iterable<ContentPath>, isLocal: boolean): DeskSource {
  const languages = editionLanguages(site);
  const depths = new Set([...articles].map((source) => source.split('/').length - 2));
  depths.delete(NEW);
  return {
    site,
    languages,
    vocabulary: {
      section: site.sections.map(({ slug, name }) => ({
        value: slug,
        label: textIn(name, site.language, site.language),
      })),
      edition: languages.length > 1 ? languages.map((value) => ({ value })) : [],
    },
    depths: [NEW, ...[...depths].sort((a, b) => a - b)],
    isLocal,
  };
}
