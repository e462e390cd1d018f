import type { ShowcaseView } from '../../src/pages/views.ts';
import { breadcrumbs } from '../components/breadcrumbs.ts';
import { calendar } from '../components/calendar.ts';
import type { Locale } from '../components/locale.ts';
import { pager } from '../components/pager.ts';
import { rail } from '../components/rail.ts';
import { type TeaserShape, teaser } from '../components/teaser.ts';
import * as sample from './samples.ts';
import { type Group, plain, type State, ukraine } from './states.ts';

const SIZES = [
  'lead',
  'major',
  'card',
  'tile',
  'row',
  'line',
  'opinion',
] as const satisfies readonly TeaserShape['size'][];

/** What stands on front pages, listings and in the archive. */
export function listParts({ picture }: ShowcaseView, locale: Locale): readonly Group[] {
  const image = sample.pictureView(plain, picture);
  const whole = sample.teaser(plain, { image });
  const { image: _, state: __, ...bare } = whole;
  const shape = (size: TeaserShape['size']): TeaserShape => ({
    size,
    level: 3,
    picture: { place: size === 'lead' ? 'frontLead' : 'card', priority: 'later' },
    section: true,
    standfirst: true,
    authors: true,
    time: 'day',
  });
  return [
    [
      'teaser',
      SIZES.flatMap((size): State[] => [
        [`${size}, with a picture, draft`, teaser(whole, shape(size), locale)],
        [`${size}, bare`, teaser(bare, shape(size), locale)],
      ]),
    ],
    [
      'rail',
      (['feature', 'half', 'row'] as const).map(
        (weight): State => [weight, rail({ section: ukraine, items: [whole, bare, bare, bare] }, weight, locale)],
      ),
    ],
    ['breadcrumbs', [['two above', breadcrumbs([ukraine, ukraine], locale)]]],
    [
      'pager',
      [
        ['in the middle', pager({ newer: sample.url('/'), older: sample.url('/'), number: 3 }, locale)],
        ['the oldest', pager({ newer: sample.url('/'), number: 1 }, locale)],
      ],
    ],
    ['calendar', [['a month', calendar('2025-07', [{ day: '2025-07-04', href: sample.url('/'), count: 3 }], locale)]]],
  ];
}
