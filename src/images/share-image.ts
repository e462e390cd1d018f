import { createHash } from 'node:crypto';
import type { Picture } from './picture.ts';
import { IMAGE_PATH } from './plan-picture.ts';

/** What stands on a drawn card. Without a headline it is the publication's own. */
export interface ShareCard {
  readonly name: string;
  readonly headline?: string;
  readonly section?: string;
  /** Of headline and name. */
  readonly typeface: 'serif' | 'sans';
  /** `#rrggbb` */
  readonly colours: { readonly paper: string; readonly ink: string; readonly accent: string };
}

export const SHARE_WIDTH = 1200;
export const SHARE_HEIGHT = 630;

/** What a share image is made of: a picture of the content, by its path there, cropped around its focus, or a drawn card. */
export type ShareOrigin =
  | { readonly of: string; readonly picture: Picture; readonly focus?: string }
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
const REVISION = 1;

// What is enlarged more than this is no credit to anybody; a card is drawn instead.
const LEAST = { width: SHARE_WIDTH / 2, height: SHARE_HEIGHT / 2 };

/** Whether a picture is large enough to be shown by whoever shares the page. */
export function isShareable({ width, height, fallback }: Picture): boolean {
  return fallback.address.endsWith('.svg') || (width >= LEAST.width && height >= LEAST.height);
}

/** Its address is known before it is made. `typefaces` stands for the fonts that cards are set in. */
export function planShareImage(origin: ShareOrigin, typefaces: string): ShareImage {
  const of =
    'card' in origin
      ? [REVISION, typefaces, origin.card]
      : [REVISION, nameOf(origin.picture), origin.focus ?? 'centre', SHARE_WIDTH, SHARE_HEIGHT];
  const name = createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 20);
  return {
    address: `${IMAGE_PATH}${name}-share.${'card' in origin ? 'png' : 'jpg'}`,
    width: SHARE_WIDTH,
    height: SHARE_HEIGHT,
    origin,
  };
}

/** The hash of its content, which all files of a picture are named by. */
function nameOf({ fallback }: Picture): string {
  return fallback.address.slice(fallback.address.lastIndexOf('/') + 1).replace(/-\d+\.\w+$/, '');
}
