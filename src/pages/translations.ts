import type { Article, ContentPath, Document, Page } from '../content/article.ts';
import { languageOf } from '../language/language.ts';
import { fileMeant } from '../publication/paths.ts';
import type { Publication } from '../publication/publication.ts';
import type { PageContext } from './page-context.ts';
import type { TranslationView } from './part-views.ts';

export type TranslationGroups = ReadonlyMap<ContentPath, readonly Document[]>;

/** Which documents are one text in several languages, whichever of them says so. A group is ordered by language and holds no more than one of each. */
export function groupTranslations(publication: Publication): TranslationGroups {
  const groups = new Map<ContentPath, Document[]>();
  const articles = [...publication.entries.values()].map((entry) => entry.article);
  join(articles, 'articles', groups);
  join([...publication.pages.values()], 'pages', groups);
  return groups;
}

function join(documents: readonly (Article | Page)[], folder: string, groups: Map<ContentPath, Document[]>): void {
  const shown = new Map(documents.map((document) => [document.source, document]));
  for (const document of documents) {
    if (document.translationOf === undefined) continue;
    const source = fileMeant(
      document.translationOf,
      document.source,
      folder,
      (file) => file !== document.source && shown.has(file),
    );
    const original = source === undefined ? undefined : shown.get(source);
    if (!original || original === document) continue;
    const group = [...(groups.get(original.source) ?? [original]), ...(groups.get(document.source) ?? [document])];
    const one = [...new Map(group.map((member) => [member.language, member])).values()].sort((a, b) =>
      a.language < b.language ? -1 : 1,
    );
    for (const member of one) groups.set(member.source, one);
  }
}

/** The other languages of a document. */
export function translationViews(
  document: Document,
  groups: TranslationGroups,
  context: PageContext,
): readonly TranslationView[] {
  return (groups.get(document.source) ?? [])
    .filter((other) => other.source !== document.source)
    .map((other) => ({
      language: other.language,
      name: languageOf(other.language).name,
      href: context.href(context.pathOf(other.source)),
    }));
}
