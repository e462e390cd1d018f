import type { ContentPath } from '../../content/article.ts';
import { addressesToRedirect } from '../addresses-to-redirect.ts';
import { withFixed } from '../fixed-keys.ts';
import { fileText } from '../front-matter-text.ts';
import { type ImportNote, Notes } from '../import-note.ts';
import type { ImportRules } from '../import-rules.ts';
import { firstWords, plainText } from '../plain-text.ts';
import { bodyOf } from './item-body.ts';
import type { ItemContext } from './item-context.ts';
import { leadImage } from './lead-image.ts';
import { oldAddressesOf } from './old-addresses.ts';
import type { PlacedItem } from './place-items.ts';
import type { WxrItem } from './wxr.ts';

export interface ImportedText {
  readonly file: ContentPath;
  readonly text: string;
  readonly notes: readonly ImportNote[];
}

/** The file of one post or page. */
export function convertItem(placed: PlacedItem, context: ItemContext): ImportedText {
  const { item, kind, file, date, draft } = placed;
  const notes = new Notes();
  const body = bodyOf(item, context, notes);
  const title = plainText(item.title) || firstWords(plainText(body.html)) || `Without a headline (${item.id})`;
  if (plainText(item.title) === '') notes.person('there was no headline; the first words stand for it', 'title:');
  if (placed.dateMissing) notes.person('there was no date', 'date:');
  if (item.password !== '')
    notes.person('it was protected by a password, which this site has not: it is a draft', 'draft:');
  if (item.summaryOnly) notes.person('the feed holds a summary of it, not the text');
  const mapped = mappedMeta(item, context.rules);
  const standfirst =
    mapped['standfirst'] ?? (plainText(item.excerpt) || plainText(item.meta.get('_yoast_wpseo_metadesc') ?? ''));
  const image = leadImage(item, context, notes);
  const redirectFrom = addressesToRedirect(oldAddressesOf(item), placed.address, context.redirected);
  const article = kind === 'article';
  const own: Readonly<Record<string, unknown>> = {
    title: mapped['title'] ?? title,
    standfirst: standfirst === '' ? undefined : standfirst,
    ...(article
      ? {
          date,
          updated: item.updated || undefined,
          authors: context.authorsOf(item),
          section: context.sectionOf(item),
          tags: context.tagsOf(item),
        }
      : {}),
    image,
    images: body.images,
    redirectFrom,
    draft: draft ? true : undefined,
    ...(article ? further(mapped) : {}),
  };
  const text = fileText(article ? withFixed(own, context.rules) : own, body.markdown);
  return { file, text, notes: notes.in(file, text) };
}

/** What a mapping makes of an item's own fields. */
function mappedMeta({ meta }: WxrItem, { keys = {} }: ImportRules): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(keys).flatMap(([theirs, ours]) => {
      const value = plainText(meta.get(theirs) ?? '');
      return value === '' || ours === 'ignore' ? [] : [[ours, value]];
    }),
  );
}

function further(mapped: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const told = ['dateline', 'kind', 'series', 'language', 'canonical'].filter((key) => mapped[key] !== undefined);
  return Object.fromEntries(told.map((key) => [key, mapped[key]]));
}
