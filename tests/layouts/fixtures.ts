import {
  author,
  DATE,
  DAY,
  everyPart,
  link,
  pictureView,
  type Treat,
  teaser,
  UPDATED,
  url,
} from '../../layouts/showcase/samples.ts';
import type { ArticleView, PageView, View } from '../../src/pages/views.ts';

function page(treat: Treat, language: string, path: string): PageView {
  return {
    canonical: url(`https://lantern.example${path}`),
    title: treat('Another group of prisoners comes home'),
    description: treat('The latest exchange agreed in Istanbul.'),
    language,
    noindex: false,
    translations: [
      { language: 'en', name: 'English', href: url('https://lantern.example/en/') },
      { language: 'uk', name: 'Українська', href: url('https://lantern.example/uk/') },
    ],
    alternates: [
      { language: 'en', address: url('https://lantern.example/en/') },
      { language: 'uk', address: url('https://lantern.example/uk/') },
      { language: 'x-default', address: url('https://lantern.example/en/') },
    ],
    feeds: [{ type: 'application/rss+xml', title: treat('The Kyiv Lantern'), href: url('/feed.xml') }],
  };
}

export function article(treat: Treat, language = 'en'): ArticleView {
  return {
    ...page(treat, language, '/2025/07/04/prisoner-exchange/'),
    layout: 'article',
    href: url('/2025/07/04/prisoner-exchange/'),
    standfirst: treat('Soldiers under 25 came home.'),
    kind: 'live',
    section: link(treat, 'Ukraine', '/section/ukraine/'),
    authors: [author(treat), { ...author(treat), name: treat('Maryna Sokil'), href: url('/author/maryna-sokil/') }],
    dateline: treat('KYIV'),
    date: DATE,
    updated: UPDATED,
    words: 812,
    minutes: 4,
    image: pictureView(treat),
    body: everyPart(treat),
    headings: [{ id: 'who', level: 2, text: 'Who has come home' }],
    corrections: [{ date: UPDATED, text: treat('Many had; not all.') }],
    tags: [link(treat, 'Mariupol', '/tag/mariupol/')],
    series: { title: treat('Captivity'), href: url('/series/captivity/'), number: 2, earlier: [teaser(treat)] },
    support: {
      title: treat('Keep it lit'),
      text: treat('No owner.'),
      label: treat('Support us'),
      href: url('/support/'),
    },
    previous: teaser(treat),
    next: teaser(treat, { language: 'uk' }),
    related: [teaser(treat)],
    ratios: [],
    state: 'scheduled',
  };
}

/** One view of every layout, rich in everything it may hold. */
export function everyView(treat: Treat, language = 'en'): readonly View[] {
  const head = (path: string): PageView => page(treat, language, path);
  const items = [
    teaser(treat),
    teaser(treat, { kind: 'news', date: DAY }),
    teaser(treat, { kind: 'opinion', language: 'uk' }),
  ];
  const day = { day: '2025-07-04', href: url('/2025/07/04/'), count: 3 };
  const month = { month: '2025-07', href: url('/2025/07/'), count: 3 };
  return [
    article(treat, language),
    {
      ...head('/'),
      layout: 'front',
      lead: teaser(treat),
      secondary: items,
      opinion: items,
      rails: [1, 2, 3, 4].map((n) => ({ section: link(treat, `Rail ${n}`, `/section/${n}/`), items })),
      latest: items,
    },
    {
      ...head('/author/taras-vdovenko/'),
      layout: 'listing',
      subject: 'author',
      heading: treat('Taras Vdovenko'),
      standfirst: treat('Correspondent'),
      introduction: ['<p>Reports on prisoners of war.</p>'],
      author: author(treat),
      items,
      number: 3,
      count: 31,
      home: url('/author/taras-vdovenko/'),
      newer: url('/author/taras-vdovenko/page/4/'),
      older: url('/author/taras-vdovenko/page/2/'),
    },
    {
      ...head('/archive/'),
      layout: 'archive',
      years: [{ year: '2025', href: url('/2025/'), count: 3, months: [month] }],
    },
    {
      ...head('/2025/'),
      layout: 'archive-year',
      year: '2025',
      count: 3,
      months: [{ ...month, days: [day] }],
      archive: url('/archive/'),
    },
    {
      ...head('/2025/07/'),
      layout: 'archive-days',
      period: '2025-07',
      days: [{ ...day, items }],
      count: 3,
      year: { label: '2025', href: url('/2025/') },
    },
    {
      ...head('/tags/'),
      layout: 'tags',
      tags: [{ ...link(treat, 'Mariupol', '/tag/mariupol/'), count: 3, description: treat('The city') }],
    },
    { ...head('/authors/'), layout: 'authors', authors: [author(treat)] },
    {
      ...head('/corrections/'),
      layout: 'corrections',
      corrections: [{ date: UPDATED, text: treat('Not all.'), article: link(treat, 'Prisoners', '/2025/07/04/x/') }],
      policy: url('/corrections-policy/'),
    },
    {
      ...head('/2025/07/04/x/versions/'),
      layout: 'versions',
      article: link(treat, 'Prisoners', '/2025/07/04/x/'),
      published: DATE,
      changes: [
        {
          date: UPDATED,
          corrections: [{ date: UPDATED, text: treat('Not all.') }],
          parts: [
            {
              part: 'title',
              paragraphs: [
                {
                  pieces: [
                    { change: 'same', text: treat('Prisoners ') },
                    { change: 'removed', text: treat('freed') },
                    { change: 'added', text: treat('exchanged') },
                  ],
                },
              ],
            },
            { part: 'text', paragraphs: [{ unchanged: 3 }, { pieces: [{ change: 'added', text: treat('New.') }] }] },
          ],
        },
      ],
    },
    {
      ...head('/about/'),
      layout: 'page',
      standfirst: treat('Who we are.'),
      image: pictureView(treat),
      body: ['<p>We are a newspaper.</p>'],
      headings: [],
      state: 'draft',
    },
    {
      ...head('/search/'),
      layout: 'search',
      href: url('/search/'),
      bundles: [url('/pagefind/en/2024/'), url('/pagefind/en/2025/')],
    },
    { ...head('/404.html'), layout: 'not-found' },
  ];
}
