import type { Article, ContentImage } from '../content/article.ts';
import type { Picture } from '../images/picture.ts';
import { isShareable, planShareImage, ratioCrops, type ShareCard, type ShareImage } from '../images/share-image.ts';
import { directionOf } from '../language/language.ts';
import { decodeMarkup } from '../markdown/plain-text.ts';
import { paletteOf } from '../schema/design.ts';
import type { PageContext } from './page-context.ts';
import type { ShareImageView } from './part-views.ts';
import type { SitePath } from './site-path.ts';

/** Of an article: its lead picture, or a card with its headline where there is none that is large enough. */
function articleShareImage({ image, title, section, source }: Article, context: PageContext): ShareImage {
  const picture = context.picture(image)?.picture;
  if (image && picture && isShareable(picture))
    return context.once('share image', placeIn(image), () => planShareImage(cutOf(image, picture), context.typefaces));
  return context.once('share card', source, () => {
    const label = context.section(section)?.label;
    const { name } = context.publication.site;
    const card = {
      name,
      headline: title,
      ...(label === undefined ? {} : { section: label }),
      ...looksOf(context),
    };
    return planShareImage({ card }, context.typefaces);
  });
}

// Many articles may show one picture.
const placeIn = ({ src, focus = '' }: ContentImage): string => `${src}\n${focus}`;

const cutOf = ({ src, focus }: ContentImage, picture: Picture) => ({
  of: src,
  picture,
  ...(focus === undefined ? {} : { focus }),
});

export function articleShareView(article: Article, context: PageContext): ShareImageView {
  const image = articleShareImage(article, context);
  // What a card shows is the headline.
  const { alt = '', caption = '' } = 'card' in image.origin ? {} : (article.image ?? {});
  return viewOf(image, alt || plain(caption) || article.title, context);
}

/** The lead picture in the ratios that search engines ask for; none without a lead picture that is large enough. */
function ratioImages({ image }: Article, context: PageContext): readonly ShareImage[] {
  const picture = context.picture(image)?.picture;
  if (!image || !picture || !isShareable(picture)) return [];
  return context.once('ratios', placeIn(image), () =>
    ratioCrops(picture).map((crop) => planShareImage({ ...cutOf(image, picture), crop }, context.typefaces)),
  );
}

export function ratioViews(article: Article, context: PageContext): readonly ShareImageView[] {
  return ratioImages(article, context).map((image) => viewOf(image, article.image?.alt ?? '', context));
}

/** Of pages that have no picture of their own: the publication's name. */
function ownShareImage(context: PageContext): ShareImage {
  const { name } = context.publication.site;
  return context.once('own share image', '', () =>
    planShareImage({ card: { name, ...looksOf(context) } }, context.typefaces),
  );
}

export function ownShareView(context: PageContext): ShareImageView {
  return viewOf(ownShareImage(context), context.publication.site.name, context);
}

/** Every share image of an edition, and every crop of a lead picture. */
export function shareImages(context: PageContext): readonly ShareImage[] {
  const ofArticles = context.edition.entries.flatMap(({ article }) => [
    articleShareImage(article, context),
    ...ratioImages(article, context),
  ]);
  return [ownShareImage(context), ...ofArticles];
}

function viewOf({ address, width, height }: ShareImage, alt: string, context: PageContext): ShareImageView {
  return { href: context.href(address as SitePath), width, height, alt };
}

const plain = (markup: string): string => decodeMarkup(markup.replace(/<[^<>]*>/g, '')).trim();

// Who shows the picture knows nothing of a reader's dark paper, and has none of a reader's own typefaces.
function looksOf({
  publication,
  edition,
  base,
}: PageContext): Pick<ShareCard, 'typeface' | 'colours' | 'host' | 'direction'> {
  const { design = {} } = publication.site;
  const { paper, ink, accent } = paletteOf(design, 'light');
  const serif = (design.typefaces ?? 'newspaper') === 'newspaper';
  const host = new URL(base.origin).host;
  const direction = directionOf(edition.language);
  return { host, direction, typeface: serif ? 'serif' : 'sans', colours: { paper, ink, accent } };
}
