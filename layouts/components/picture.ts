import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { PictureFile } from '../../src/images/picture.ts';
import type { PictureView } from '../../src/pages/part-views.ts';

/** How wide a picture stands at which width of the screen: the `sizes` of the place that it is shown at. */
export const PLACES = {
  lead: '(min-width: 72rem) 68rem, 100vw',
  wide: '(min-width: 72rem) 60rem, 100vw',
  text: '(min-width: 46rem) 42rem, 100vw',
  half: '(min-width: 46rem) 30rem, 50vw',
  frontLead: '(min-width: 80rem) 38rem, (min-width: 60rem) 50vw, 100vw',
  card: '(min-width: 80rem) 18rem, (min-width: 46rem) 33vw, 100vw',
  tile: '(min-width: 80rem) 18rem, (min-width: 48rem) 33vw, 6.5rem',
  row: '(min-width: 40rem) 13rem, 6.5rem',
  thumb: '8rem',
  portrait: '6rem',
  logo: '20rem',
} as const;
export type Place = keyof typeof PLACES;

/** `first` is what the first screen is about, `now` what else stands on it, `later` what may wait. */
const PRIORITIES = {
  first: html` fetchpriority="high"`,
  now: undefined,
  later: html` loading="lazy" decoding="async"`,
} as const;
export type Priority = keyof typeof PRIORITIES;

/** A picture in the formats and sizes there are; the browser reserves its frame by width and height. */
export function picture(view: PictureView, place: Place, priority: Priority): SafeHtml {
  const { sources, fallback } = view.picture;
  const image = html`<img src="${fallback.address}" width="${fallback.width}" height="${fallback.height}" alt="${view.alt}"${focusOf(view.focus)}${
    PRIORITIES[priority]
  }>`;
  if (sources.length === 0) return image;
  return html`<picture>${sources.map(
    ({ type, files }) =>
      html`<source type="${type}" srcset="${sourceSet(files)}" sizes="${PLACES[place]}" width="${fallback.width}" height="${fallback.height}">`,
  )}${image}</picture>`;
}

function sourceSet(files: readonly PictureFile[]): string {
  return files.map(({ address, width }) => `${address} ${width}w`).join(', ');
}

/** Where a cropped picture keeps its subject, to the nearest tenth: classes, because the policy allows no style attribute. */
function focusOf(focus: string | undefined): SafeHtml | undefined {
  const [, x, y] = /^(\d+(?:\.\d+)?)% (\d+(?:\.\d+)?)%$/.exec(focus ?? '') ?? [];
  return x === undefined || y === undefined ? undefined : html` class="fx${tenth(x)} fy${tenth(y)}"`;
}

function tenth(percent: string): number {
  return Math.min(10, Math.round(Number(percent) / 10));
}
