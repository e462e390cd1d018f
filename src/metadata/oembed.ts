import { html } from '../html/safe-html.ts';
import { listingPath, OEMBED_FILE } from '../pages/addresses.ts';
import { articleInputs } from '../pages/article-view.ts';
import type { PageContext } from '../pages/page-context.ts';
import { articleShareView } from '../pages/share-view.ts';
import type { SitePath } from '../pages/site-path.ts';
import type { TranslationGroups } from '../pages/translations.ts';
import type { Entry } from '../publication/edition.ts';
import { MachineFile } from './machine-file.ts';

// What a card takes in a column of text; without a script nobody can know it better.
const CARD = { width: 600, height: 200 };

/** `oembed.json` beside each article's page. https://oembed.com */
export function oembedFiles(context: PageContext, groups: TranslationGroups): readonly MachineFile[] {
  return context.edition.entries
    .filter(({ state }) => state === undefined)
    .map(
      (entry) =>
        new MachineFile(
          `${context.pathOf(entry.article.source)}${OEMBED_FILE}`,
          () => `${JSON.stringify(oembed(entry, context), null, 1)}\n`,
          () => articleInputs(entry, groups, context),
          { about: entry.article.source },
        ),
    );
}

function oembed({ article }: Entry, context: PageContext): object {
  const { site } = context.publication;
  const { title, authors, source } = article;
  const at = (path: SitePath): string => context.absolute(path);
  const names = authors.map((id) => context.author(id).label);
  const [first] = authors;
  const image = articleShareView(article, context);
  // What is undefined has no key in the file.
  return {
    version: '1.0',
    type: 'rich',
    title,
    author_name: names.length > 0 ? names.join(', ') : undefined,
    author_url:
      authors.length === 1 && first !== undefined ? at(listingPath(context.edition, 'author', first)) : undefined,
    provider_name: site.name,
    provider_url: `${context.base.origin}${context.base.base}/`,
    thumbnail_url: context.absoluteHref(image.href),
    thumbnail_width: image.width,
    thumbnail_height: image.height,
    ...CARD,
    html: card(article, at(context.pathOf(source)), site.name),
  };
}

/** Markup that runs, loads and styles nothing, so that whoever shows it need not trust us. */
function card({ title, standfirst, language, date }: Entry['article'], address: string, name: string): string {
  return html`<blockquote cite="${address}" lang="${language}"><p><a href="${address}"><strong>${title}</strong></a></p>${
    standfirst !== '' && html`<p>${standfirst}</p>`
  }<footer>${name}, <time datetime="${date.dateOnly ? date.iso.slice(0, 10) : date.iso}">${date.iso.slice(0, 10)}</time></footer></blockquote>`
    .markup;
}
