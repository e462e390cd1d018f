import { z } from 'zod';
import { type Colour, contrastOf, LEGIBLE, legibleOn, longHex, mixed } from './contrast.ts';
import { field, meaning } from './field.ts';

const colour = z
  .string()
  .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i)
  .transform(longHex);
const colours = z.union([colour, z.strictObject({ light: colour, dark: colour })]);
const FORM = '"#rrggbb" in quotes, or {light, dark}';

export const TYPEFACES = ['newspaper', 'sans', 'system'] as const;
export type Typefaces = (typeof TYPEFACES)[number];

const logoSchema = z.strictObject({
  src: field(
    meaning('picture', z.string().min(1)),
    'file',
    'The picture, from content/ on with a leading slash; SVG or a PNG without background.',
    '/images/logo.svg',
  ),
  dark: field(
    meaning('picture', z.string().min(1)),
    'file',
    'The same for dark paper.',
    '/images/logo-dark.svg',
  ).optional(),
});

const shape = z.strictObject({
  accent: field(
    colours,
    FORM,
    'The publication’s colour, for kickers, marks and buttons. Of one colour alone the dark page takes a lighter tint.',
    '#00529b',
  ).optional(),
  paper: field(colours, FORM, 'The background. One colour alone leaves the dark page as it is.', {
    light: '#fff8f0',
    dark: '#16130f',
  }).optional(),
  ink: field(colours, FORM, 'The text. One colour alone leaves the dark page as it is.', '#1a1a1a').optional(),
  typefaces: field(
    z.enum(TYPEFACES),
    TYPEFACES.join(', '),
    'A serif for headlines and text with a sans around them; the sans for all; or what the reader’s device has, which loads nothing. `newspaper` when left out.',
    'sans',
  ).optional(),
  density: field(
    z.enum(['comfortable', 'compact']),
    'comfortable or compact',
    'How much room is left between things. `comfortable` when left out.',
  ).optional(),
  logo: field(
    logoSchema,
    '{src, dark}',
    'A picture in the place of the publication’s name, which is its alt text.',
  ).optional(),
});

/** How the publication looks; colours that nobody could read are a fault. */
export const designSchema = shape.superRefine((design, context) => {
  for (const { key, scheme, on, contrast, better } of tooFaint(design)) {
    context.addIssue({
      code: 'custom',
      path: typeof design[key] === 'string' ? [key] : [key, scheme],
      params: {
        code: 'contrast-low',
        fault: `has a contrast of ${Math.floor(contrast * 100) / 100}:1 with ${on}; text needs ${LEGIBLE}:1`,
        help: `write \`"${better}"\`, the nearest that can be read, or one that differs more`,
      },
    });
  }
});
export type Design = z.output<typeof shape>;

/** The colours of one scheme, as custom properties of the style sheet are named. */
export interface Palette {
  readonly paper: Colour;
  readonly ink: Colour;
  readonly accent: Colour;
}

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** What assets/styles/tokens.css says; a test holds the two together. */
export const STANDARD = {
  light: {
    paper: '#ffffff',
    ink: '#15181d',
    accent: '#a4161a',
    tint: '#f6f3ee',
    muted: '#565b64',
    rule: '#d4d6da',
    line: '#15181d',
    blank: '#e9e7e2',
  },
  dark: {
    paper: '#13151a',
    ink: '#e9e7e2',
    accent: '#ff9384',
    tint: '#1d2026',
    muted: '#a6abb4',
    rule: '#343942',
    line: '#8b919b',
    blank: '#262a31',
  },
} as const satisfies Record<Scheme, Record<string, Colour>>;

/** What a scheme comes to: what is written, else what follows from it, else the standard. */
export function paletteOf(design: Design, scheme: Scheme): Palette & { readonly tint: Colour } {
  const standard = STANDARD[scheme];
  const written = (key: keyof Palette): Colour | undefined => {
    const value = design[key];
    if (typeof value !== 'string') return value?.[scheme];
    return scheme === 'light' ? value : undefined;
  };
  const paper = written('paper') ?? standard.paper;
  const ink = written('ink') ?? standard.ink;
  const own = written('paper') !== undefined || written('ink') !== undefined;
  const tint = own ? mixed(paper, ink, 0.045) : standard.tint;
  const one = typeof design.accent === 'string' ? legibleOn([paper, tint], design.accent, ink) : undefined;
  return { paper, ink, tint, accent: written('accent') ?? one ?? standard.accent };
}

interface Faint {
  readonly key: keyof Palette;
  readonly scheme: Scheme;
  /** What it does not stand out from. */
  readonly on: string;
  readonly contrast: number;
  readonly better: Colour;
}

/** At most one fault for each colour that is written and each scheme. */
function tooFaint(design: Design): Faint[] {
  return SCHEMES.flatMap((scheme) => {
    const { paper, ink, accent, tint } = paletteOf(design, scheme);
    const isWritten = (key: keyof Palette) =>
      typeof design[key] === 'object' || (scheme === 'light' && design[key] !== undefined);
    const end = contrastOf(paper, '#000000') > contrastOf(paper, '#ffffff') ? '#000000' : '#ffffff';
    const found: Faint[] = [];
    // Text stands on tinted boxes too, so both backgrounds count.
    for (const [key, value] of [
      ['ink', ink],
      ['accent', accent],
    ] as const) {
      const contrast = Math.min(contrastOf(value, paper), contrastOf(value, tint));
      if (contrast >= LEGIBLE) continue;
      if (isWritten(key)) {
        const better = legibleOn([paper, tint], value, end);
        found.push({ key, scheme, on: `the paper, ${paper}`, contrast, better });
      } else if (isWritten('paper') && !found.some((one) => one.key === 'paper')) {
        const better = legibleOn([value], paper, contrastOf(value, '#ffffff') > LEGIBLE ? '#ffffff' : '#000000');
        found.push({ key: 'paper', scheme, on: `the ${key}, ${value}`, contrast, better });
      }
    }
    return found;
  });
}
