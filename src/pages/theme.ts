import { type Colour, legibleOn, mixed } from '../schema/contrast.ts';
import { type Design, paletteOf, type Scheme, STANDARD } from '../schema/design.ts';

const SYSTEM_SERIF = 'ui-serif, "Iowan Old Style", Charter, Georgia, "Times New Roman", serif';
const SYSTEM_SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * The style sheet of a publication's own look: custom properties that stand after those of assets/styles/tokens.css.
 * Undefined when nothing is set. Everything between paper and ink is mixed from the two.
 */
export function themeStyleSheet(design: Design | undefined): string | undefined {
  if (!design) return undefined;
  const declarations = [...colours(design), ...typefaces(design), ...density(design)];
  if (declarations.length === 0) return undefined;
  return `:root {\n${declarations.map(([name, value]) => `  --${name}: ${value};\n`).join('')}}\n`;
}

type Declaration = readonly [string, string];

function colours(design: Design): Declaration[] {
  const light = paletteIn(design, 'light');
  const dark = paletteIn(design, 'dark');
  return PROPERTIES.filter(
    (name) => (name === 'accent' ? design.accent : (design.paper ?? design.ink)) !== undefined,
  ).map((name) => [name, `var(--light, ${light[name]}) var(--dark, ${dark[name]})`]);
}

const PROPERTIES = ['paper', 'ink', 'tint', 'muted', 'rule', 'line', 'blank', 'accent'] as const;

/** Every colour of a scheme; those of dark paper stay the standard's while nothing is written for it. */
function paletteIn(design: Design, scheme: Scheme): Readonly<Record<(typeof PROPERTIES)[number], Colour>> {
  const { paper, ink, accent, tint } = paletteOf(design, scheme);
  const isOwn = scheme === 'light' || typeof design.paper === 'object' || typeof design.ink === 'object';
  if (!isOwn) return { ...STANDARD[scheme], accent };
  return {
    paper,
    ink,
    accent,
    tint,
    muted: legibleOn([paper, tint], mixed(paper, ink, 0.7), ink),
    rule: mixed(paper, ink, 0.18),
    line: scheme === 'light' ? ink : mixed(paper, ink, 0.56),
    blank: mixed(paper, ink, 0.09),
  };
}

function typefaces({ typefaces: chosen }: Design): Declaration[] {
  if (chosen === 'sans') return [['serif', 'var(--sans)']];
  return chosen === 'system'
    ? [
        ['serif', SYSTEM_SERIF],
        ['sans', SYSTEM_SANS],
      ]
    : [];
}

function density({ density: chosen }: Design): Declaration[] {
  return chosen === 'compact'
    ? [
        ['space', '0.68'],
        ['leading', '1.44'],
      ]
    : [];
}
