import { legibleOn, mixed } from '../schema/contrast.ts';
import { type Design, paletteOf, type Scheme } from '../schema/design.ts';

const SYSTEM_SERIF = 'ui-serif, "Iowan Old Style", Charter, Georgia, "Times New Roman", serif';
const SYSTEM_SANS = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * The style sheet of a publication's own look: custom properties that stand after those of assets/styles/tokens.css.
 * Undefined when nothing is set. Everything between paper and ink is mixed from the two.
 */
export function themeStyleSheet(design: Design | undefined): string | undefined {
  if (!design) return undefined;
  const light = [...colours(design, 'light'), ...typefaces(design), ...density(design)];
  const dark = colours(design, 'dark');
  const rules = [
    rule(':root', light),
    dark.length > 0
      ? `@media (prefers-color-scheme: dark) {\n${rule(':root:not([data-colours="light"])', dark)}}\n`
      : '',
    rule(':root[data-colours="dark"]', dark),
  ].join('');
  return rules === '' ? undefined : rules;
}

type Declaration = readonly [string, string];

function colours(design: Design, scheme: Scheme): Declaration[] {
  const { paper, ink, accent, tint } = paletteOf(design, scheme);
  const isWritten = (key: 'paper' | 'ink') =>
    typeof design[key] === 'object' || (scheme === 'light' && design[key] !== undefined);
  const declarations: Declaration[] = [];
  if (isWritten('paper') || isWritten('ink'))
    declarations.push(
      ['paper', paper],
      ['ink', ink],
      ['tint', tint],
      ['muted', legibleOn([paper, tint], mixed(paper, ink, 0.7), ink)],
      ['rule', mixed(paper, ink, 0.18)],
      ['line', scheme === 'light' ? ink : mixed(paper, ink, 0.56)],
      ['blank', mixed(paper, ink, 0.09)],
    );
  if (design.accent !== undefined) declarations.push(['accent', accent]);
  return declarations;
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

function rule(selector: string, declarations: readonly Declaration[]): string {
  if (declarations.length === 0) return '';
  return `${selector} {\n${declarations.map(([name, value]) => `  --${name}: ${value};\n`).join('')}}\n`;
}
