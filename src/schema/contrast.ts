/** `#rrggbb`. */
export type Colour = string;

/** Contrast that WCAG 2 asks of text, level AA (success criterion 1.4.3). */
export const LEGIBLE = 4.5;

/** Contrast of two colours by WCAG 2, from 1 to 21. */
export function contrastOf(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance by WCAG 2, from 0 to 1. */
export function luminanceOf(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** `share` of `other` (0 to 1) mixed into a colour, in sRGB. */
export function mixed(colour: Colour, other: Colour, share: number): Colour {
  const others = channelsOf(other);
  const channels = channelsOf(colour).map((channel, i) => Math.round(channel + ((others[i] ?? 0) - channel) * share));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The colour nearest to this one, on its way to `towards`, that is legible on every background; `towards` when none is. */
export function legibleOn(backgrounds: readonly Colour[], colour: Colour, towards: Colour): Colour {
  for (let step = 0; step < 50; step++) {
    const candidate = mixed(colour, towards, step / 50);
    if (backgrounds.every((background) => contrastOf(candidate, background) >= LEGIBLE)) return candidate;
  }
  return towards;
}

/** `#rrggbb` of `#rgb` or `#RRGGBB`. */
export function longHex(written: string): Colour {
  const digits = written.slice(1).toLowerCase();
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}

function channelsOf(colour: Colour): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));
}
