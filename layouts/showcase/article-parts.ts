import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import type { ShowcaseView } from '../../src/pages/views.ts';
import { KINDS } from '../../src/schema/kinds.ts';
import { authorNotes } from '../components/author-note.ts';
import { body } from '../components/body.ts';
import { byline } from '../components/byline.ts';
import { change } from '../components/change.ts';
import { claimBox } from '../components/claim-box.ts';
import { corrections } from '../components/corrections.ts';
import { figure } from '../components/figure.ts';
import { kicker } from '../components/kicker.ts';
import type { Locale } from '../components/locale.ts';
import { neighbours } from '../components/neighbours.ts';
import { related } from '../components/related.ts';
import { seriesBox, seriesLine } from '../components/series-box.ts';
import { shareControls } from '../components/share.ts';
import { standfirst } from '../components/standfirst.ts';
import { stateNote } from '../components/state-mark.ts';
import { supportPitch } from '../components/support.ts';
import { tags } from '../components/tags.ts';
import { articleTimes } from '../components/times.ts';
import { translations } from '../components/translations.ts';
import { RUNNING_TEXT } from './markup.ts';
import * as sample from './samples.ts';
import { type Group, plain, type State, ukraine } from './states.ts';

/** What stands on the page of an article. */
export function articleParts({ picture }: ShowcaseView, locale: Locale): readonly Group[] {
  const image = sample.pictureView(plain, picture);
  const author = sample.author(plain, picture);
  const one = sample.teaser(plain, { image });
  const series = { title: 'Keeping the lights on', href: sample.url('/'), number: 2, earlier: [one] };
  const inText = (view: typeof image, name: string) =>
    html`<div class="prose">${figure(view, locale, { name, place: 'wide', priority: 'later' })}</div>`;
  const inHead = (times: SafeHtml) => html`<div class="article-when">${times}</div>`;
  return [
    [
      'kicker',
      [
        ['section alone', kicker(ukraine, 'news', locale)],
        ...KINDS.slice(1).map((kind): State => [kind, kicker(ukraine, kind, locale)]),
        ['live, over', kicker(ukraine, 'live', locale, true)],
      ],
    ],
    ['standfirst', [['under a headline', standfirst(one.standfirst)]]],
    [
      'byline',
      [1, 2, 3].map(
        (n): State => [
          `${n} of them`,
          byline(
            Array.from({ length: n }, () => author),
            locale,
          ),
        ],
      ),
    ],
    [
      'times',
      [
        ['published', inHead(articleTimes(sample.DATE, undefined, locale))],
        ['changed on another day', inHead(articleTimes(sample.DATE, sample.UPDATED, locale))],
        ['a day alone', inHead(articleTimes(sample.DAY, undefined, locale))],
      ],
    ],
    [
      'state',
      [
        ['draft', stateNote('draft', locale)],
        ['scheduled', stateNote('scheduled', locale)],
      ],
    ],
    [
      'series',
      [
        ['over the text', seriesLine(series, locale)],
        ['under it', seriesBox(series, locale)],
      ],
    ],
    [
      'figure',
      [
        ['in the column', inText(image, 'figure-text')],
        ['wide', inText(image, 'figure-wide')],
        ['upright', inText(image, 'figure-tall')],
        ['without locale', inText({ ...image, caption: '', credit: '' }, 'figure-text')],
      ],
    ],
    ['running text', [['as Markdown gives it', html`<div class="prose">${RUNNING_TEXT}</div>`]]],
    [
      'body',
      [
        [
          'all that is not markup',
          html`<div class="prose">${body(sample.everyPart(plain, picture), locale, sample.DATE)}</div>`,
        ],
      ],
    ],
    [
      'claim-box',
      [
        [
          'with its author',
          claimBox({ text: 'Half of the bridges are closed.', by: 'A channel', verdict: 'False', rating: 1 }, locale),
        ],
        ['without', claimBox({ text: 'The ferry is free.', verdict: 'Half true' }, locale)],
      ],
    ],
    [
      'change of an article',
      [
        [
          'a headline and the text',
          change(
            {
              date: sample.UPDATED,
              corrections: [],
              parts: [
                {
                  part: 'text',
                  paragraphs: [
                    { unchanged: 3 },
                    {
                      pieces: [
                        { change: 'removed', text: 'Two' },
                        { change: 'added', text: 'Three' },
                        { change: 'same', text: ' ferries sail.' },
                      ],
                    },
                  ],
                },
              ],
            },
            1,
            locale,
          ),
        ],
      ],
    ],
    ['corrections', [['one', corrections([{ date: sample.UPDATED, text: 'Many had; not all.' }], locale)]]],
    [
      'tags',
      [
        [
          'three',
          tags(
            ['Mariupol', 'Energy', 'Trams'].map((name) => sample.link(plain, name, '/tags/')),
            locale,
          ),
        ],
      ],
    ],
    ['share', [['for who has script', shareControls('/', locale)]]],
    ['author notes', [['two', authorNotes([author, { ...author, role: '', links: [] }], locale)]]],
    [
      'support',
      [
        [
          'pitch',
          supportPitch({ title: 'Keep it lit', text: 'No owner.', label: 'Support us', href: sample.url('/') }),
        ],
      ],
    ],
    [
      'neighbours',
      [
        ['both', neighbours(one, one, locale)],
        ['the first article', neighbours(undefined, one, locale)],
        ['the newest', neighbours(one, undefined, locale)],
      ],
    ],
    ['related', [['four', related([one, one, one, one], locale)]]],
    [
      'translations',
      [
        [
          'another language',
          translations(
            [
              { language: 'uk', name: 'Українська', href: sample.url('/uk/') },
              { language: 'en', name: 'English', href: sample.url('/') },
            ],
            locale.language,
          ),
        ],
      ],
    ],
  ];
}
