import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { FrontView } from '../../src/pages/views.ts';
import type { Locale } from './locale.ts';
import { teaser } from './teaser.ts';

/** Weight of a section on the front page: one story before the others, stories side by side, or half the width. */
export type RailWeight = 'feature' | 'row' | 'half';

/** A section of the front page under its name. */
export function rail(
  { section, items }: FrontView['rails'][number],
  weight: RailWeight,
  locale: Locale,
): SafeHtml | undefined {
  if (items.length === 0) return undefined;
  return html`<section class="rail rail-${weight}">
<h2 class="section-title"><a href="${section.href}">${section.label}</a></h2>
<ul class="rail-items">
${items.map(
  (item, i) => html`<li>${teaser(item, shapeOf(weight, i, item.image !== undefined), locale)}</li>
`,
)}</ul>
</section>
`;
}

function shapeOf(weight: RailWeight, index: number, pictured: boolean): Parameters<typeof teaser>[1] {
  const picture = { place: 'card', priority: 'later' } as const;
  // Where no picture stands, words fill the column.
  if (weight === 'row' && index === 0) return { size: 'card', level: 3, picture, standfirst: !pictured, time: 'day' };
  if (weight === 'row')
    return {
      size: 'tile',
      level: 3,
      picture: { place: 'tile', priority: 'later' },
      standfirst: !pictured,
      time: 'day',
    };
  if (index > 0) return { size: 'line', level: 3, time: 'day' };
  return weight === 'feature'
    ? {
        size: 'major',
        level: 3,
        picture: { place: 'text', priority: 'later' },
        standfirst: true,
        authors: true,
        time: 'day',
      }
    : { size: 'card', level: 3, picture, standfirst: true, time: 'day' };
}
