import { createHash } from 'node:crypto';
import type { Picture } from './picture.ts';
import { IMAGE_PATH } from './plan-picture.ts';

/** What stands on a drawn card. Without a headline it is the publication's own. */
export interface ShareCard {
  readonly name: string;
  readonly headline?: string;
  readonly section?: string;
  /** Shown where the typeface lacks the letters of the name. */
  readonly host: string;
  readonly direction: 'ltr' | 'rtl';
  /** Of headline and name. */
  readonly typeface: 'serif' | 'sans';
  /** `#rrggbb` */
  readonly colours: { readonly paper: string; readonly ink: string; readonly accent: string };
}

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** A crop other than the one that shared links show. `name` stands in its address. */
export interface Crop {
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

/** The three ratios in which Google’s article results want the lead picture, each as wide as they like it best. */
const RATIOS: readonly Crop[] = [
  { name: '16x9', width: 1200, height: 675 },
  { name: '4x3', width: 1200, height: 900 },
  { name: '1x1', width: 1200, height: 1200 },
];

/** The crops of a picture in those ratios, none larger than the picture itself; none of a drawing. */
export function ratioCrops({ width, height, fallback }: Picture): readonly Crop[] {
  if (fallback.address.endsWith('.svg')) return [];
  return RATIOS.map((ratio) => {
    const scale = Math.min(1, width / ratio.width, height / ratio.height);
    return { name: ratio.name, width: Math.round(ratio.width * scale), height: Math.round(ratio.height * scale) };
  });
}

/** What a share image is made of: a picture of the content, by its path there, cropped around its focus, or a drawn card. */
export type ShareOrigin =
  | { readonly of: string; readonly picture: Picture; readonly focus?: string; readonly crop?: Crop }
  | { readonly card: ShareCard };

/** The picture that a shared link shows. */
export interface ShareImage {
  /** Without base path; named by all that it is made of: `/img/0123-share.jpg`. */
  readonly address: string;
  readonly width: number;
  readonly height: number;
  readonly origin: ShareOrigin;
}

// Raised when the code changes what comes out of the same origin.
const REVISION = 2;

// What is enlarged more than this is no credit to anybody; a card is drawn instead.
const LEAST = { width: SHARE_WIDTH / 2, height: SHARE_HEIGHT / 2 };

/** Whether a picture is large enough to be shown by whoever shares the page. */
export function isShareable({ width, height, fallback }: Picture): boolean {
  return fallback.address.endsWith('.svg') || (width >= LEAST.width && height >= LEAST.height);
}

/** Its address is known before it is made. `typefaces` stands for the fonts that cards are set in. */
export function planShareImage(origin: ShareOrigin, typefaces: string): ShareImage {
  const crop = 'card' in origin ? undefined : origin.crop;
  const { width, height } = crop ?? { width: SHARE_WIDTH, height: SHARE_HEIGHT };
  const of =
    'card' in origin
      ? [REVISION, typefaces, origin.card]
      : [REVISION, nameOf(origin.picture), origin.focus ?? 'centre', width, height];
  const name = createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 20);
  return {
    address: `${IMAGE_PATH}${name}-${crop?.name ?? 'share'}.${'card' in origin ? 'png' : 'jpg'}`,
    width,
    height,
    origin,
  };
}

/** The hash of its content, which all files of a picture are named by. */
function nameOf({ fallback }: Picture): string {
  return fallback.address.slice(fallback.address.lastIndexOf('/') + 1).replace(/-\d+\.\w+$/, '');
}
