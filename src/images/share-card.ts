import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { fitText } from './break-lines.ts';
import { SHARE_HEIGHT, SHARE_WIDTH, type ShareCard } from './share-image.ts';
import { Typeface } from './typeface.ts';

const MARGIN = 72;
const WIDTH = SHARE_WIDTH - 2 * MARGIN;

export interface CardTypefaces {
  readonly serif: Typeface;
  readonly sans: Typeface;
}

/** The typefaces of a folder of web fonts: `serif-*.woff2` and `sans-*.woff2`, italics left out. */
export async function loadCardTypefaces(folder: string): Promise<CardTypefaces> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.woff2') && !name.includes('italic'));
  // Signs that several files have are taken from the Latin one.
  const filesOf = (family: string) =>
    names
      .filter((name) => name.startsWith(`${family}-`))
      .sort((a, b) => Number(b === `${family}-latin.woff2`) - Number(a === `${family}-latin.woff2`) || (a < b ? -1 : 1))
      .map((name) => path.join(folder, name));
  const [serif, sans] = await Promise.all([Typeface.load(filesOf('serif'), 700), Typeface.load(filesOf('sans'), 600)]);
  return { serif, sans };
}

/** The card as SVG in which text is outlines, so that it looks the same on every machine. A headline in a script that the typeface lacks is left out. */
export function drawShareCard(card: ShareCard, typefaces: CardTypefaces): string {
  const main = typefaces[card.typeface];
  const { paper, accent } = card.colours;
  const headline = card.headline !== undefined && main.covers(card.headline) ? card.headline : undefined;
  const parts = [
    `<rect width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}" fill="${paper}"/>`,
    `<rect width="${SHARE_WIDTH}" height="14" fill="${accent}"/>`,
    ...(headline === undefined ? ownCard(card, main) : article(headline, card, main, typefaces.sans)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${SHARE_WIDTH}" height="${SHARE_HEIGHT}">${parts.join('')}</svg>`;
}

function article(headline: string, card: ShareCard, main: Typeface, sans: Typeface): string[] {
  const { section, colours, direction } = card;
  const room = { width: WIDTH, height: 330, leading: 1.12, sizes: [88, 80, 72, 64, 56, 50] };
  const { size, lines } = fitText(headline, room, (text, at) => main.widthOf(text, at));
  const top = 150;
  return [
    ...(section !== undefined && sans.covers(section)
      ? [line({ typeface: sans, text: section, size: 32, y: 104, colour: colours.accent, direction })]
      : []),
    ...lines.map((text, i) =>
      line({
        typeface: main,
        text,
        size,
        y: top + size * (0.84 + i * room.leading),
        colour: colours.ink,
        direction,
      }),
    ),
    `<rect x="${MARGIN}" y="514" width="${WIDTH}" height="2" fill="${colours.ink}"/>`,
    ...nameLine(card, main),
  ];
}

function ownCard(card: ShareCard, main: Typeface): string[] {
  const room = { width: WIDTH, height: 420, leading: 1.08, sizes: [132, 116, 100, 84, 68] };
  const { size, lines } = fitText(nameOn(card, main), room, (text, at) => main.widthOf(text, at));
  const top = (SHARE_HEIGHT - lines.length * size * room.leading) / 2;
  const { colours, direction } = card;
  return lines.map((text, i) =>
    line({ typeface: main, text, size, y: top + size * (0.84 + i * room.leading), colour: colours.ink, direction }),
  );
}

function nameLine(card: ShareCard, typeface: Typeface): string[] {
  const size = 42;
  const room = { width: WIDTH, height: size, leading: 1, sizes: [size] };
  const { lines } = fitText(nameOn(card, typeface), room, (part, at) => typeface.widthOf(part, at));
  const { colours, direction } = card;
  return lines.map((text) => line({ typeface, text, size, y: 574, colour: colours.ink, direction }));
}

const nameOn = ({ name, host }: ShareCard, typeface: Typeface): string => (typeface.covers(name) ? name : host);

interface Line {
  readonly typeface: Typeface;
  readonly text: string;
  readonly size: number;
  /** Of the baseline. */
  readonly y: number;
  readonly colour: string;
  readonly direction: ShareCard['direction'];
}

/** A line at the margin where its direction begins. */
function line({ typeface, text, size, y, colour, direction }: Line): string {
  const x = direction === 'ltr' ? MARGIN : SHARE_WIDTH - MARGIN - typeface.widthOf(text, size);
  return `<g transform="translate(${rounded(x)} ${rounded(y)})" fill="${colour}">${typeface.outlines(text, size, direction)}</g>`;
}

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;
