import { type SafeUrl, safeUrl } from '../../src/html/safe-url.ts';
import type { Picture } from '../../src/images/picture.ts';
import type {
  ArticleView,
  AuthorView,
  BodyView,
  PageView,
  PictureView,
  SiteView,
  Teaser,
  View,
} from '../../src/pages/views.ts';
import type { Moment } from '../../src/schema/moment.ts';

/** What is done to every plain text of the fixtures: nothing, or something hostile. */
export type Treat = (text: string) => string;

export function url(address: string): SafeUrl {
  const safe = safeUrl(address);
  if (safe === undefined) throw new Error(`not a safe address: ${address}`);
  return safe;
}

export function moment(iso: string, dateOnly = false): Moment {
  return { epoch: Date.parse(iso), iso, dateOnly };
}

export const DATE = moment('2025-07-04T18:20:00+03:00');
const UPDATED = moment('2025-07-05T09:40:00+03:00');
const DAY = moment('2025-07-06T00:00:00+03:00', true);

const PICTURE: Picture = {
  sources: [
    {
      type: 'image/avif',
      files: [
        { address: '/img/coaches-640.avif', width: 640, height: 427 },
        { address: '/img/coaches-1280.avif', width: 1280, height: 853 },
      ],
    },
    { type: 'image/webp', files: [{ address: '/img/coaches-640.webp', width: 640, height: 427 }] },
  ],
  fallback: { address: '/img/coaches-1280.jpeg', width: 1280, height: 853 },
  width: 1536,
  height: 1024,
  colour: '#8a7a5c',
};

function pictureView(treat: Treat): PictureView {
  return {
    picture: PICTURE,
    alt: treat('Four coaches on a country road'),
    caption: 'Coaches carrying <em>freed</em> prisoners.',
    credit: 'Olena Hrytsak',
    creditHref: url('https://lantern.example/hrytsak?a=1&b=2'),
    license: url('https://creativecommons.org/licenses/by/4.0/'),
    focus: '60% 50%',
  };
}

function link(treat: Treat, label: string, href: string) {
  return { label: treat(label), href: url(href) };
}

export function author(treat: Treat): AuthorView {
  return {
    name: treat('Taras Vdovenko'),
    role: treat('Ukraine correspondent'),
    href: url('/author/taras-vdovenko/'),
    photo: { ...pictureView(treat), caption: '', credit: '' },
    links: [link(treat, 'Mastodon', 'https://mastodon.example/@taras')],
    biography: ['<p>Reports on prisoners of war.</p>'],
  };
}

export function teaser(treat: Treat, over: Partial<Teaser> = {}): Teaser {
  return {
    href: url('/2025/06/12/how-exchanges-work/'),
    title: treat('How an exchange of prisoners works'),
    standfirst: treat('Lists, categories, intermediaries.'),
    language: 'en',
    kind: 'explainer',
    date: moment('2025-06-12T07:30:00+03:00'),
    section: link(treat, 'Ukraine', '/section/ukraine/'),
    authors: [link(treat, 'Taras Vdovenko', '/author/taras-vdovenko/')],
    image: pictureView(treat),
    state: 'draft',
    ...over,
  };
}

/** A body with one of everything that is not finished markup. */
export function everyPart(treat: Treat): BodyView {
  const image = pictureView(treat);
  return [
    '<p>Ukraine and Russia exchanged prisoners on Friday.</p>\n<h2 id="who">Who has come home</h2>\n<p>Soldiers.</p>\n',
    { type: 'figure', image },
    { type: 'gallery', images: [image, image, image] },
    '<p>In a line ',
    { type: 'inline-image', image },
    '.</p>\n',
    {
      type: 'tweet',
      network: 'x',
      href: url('https://x.com/LanternDesk/status/1941105254080133022'),
      author: treat('The Kyiv Lantern'),
      handle: treat('LanternDesk'),
      profile: url('https://x.com/LanternDesk'),
      date: DATE,
      language: 'en',
      text: [treat('First line\nsecond line '), link(treat, '@Koord_shtab', 'https://x.com/Koord_shtab')],
      media: [image],
      archivedAt: UPDATED,
      deleted: true,
      deletedOn: DAY,
    },
    { type: 'post-link', network: 'telegram', href: url('https://t.me/s/1'), account: treat('Koord_shtab') },
    {
      type: 'video',
      provider: 'youtube',
      id: 'abc',
      url: 'https://www.youtube.com/watch?v=abc',
      player: 'https://www.youtube-nocookie.com/embed/abc',
      title: treat('An interview'),
      line: 9,
    },
    { type: 'update-open', id: 'update-2105', time: moment('2025-07-04T21:05:00+03:00'), title: treat('Arrived') },
    '<p>They have arrived.</p>\n',
    { type: 'update-close' },
    { type: 'update-open', id: 'update-1905', time: moment('2025-07-04T19:05:00+03:00') },
    '<p>On the way.</p>\n',
    { type: 'update-close' },
  ];
}

export function site(treat: Treat, language: string): SiteView {
  return {
    name: treat('The Kyiv Lantern'),
    tagline: treat('Independent reporting'),
    description: treat('A small independent newspaper.'),
    url: 'https://lantern.example',
    timeZone: 'Europe/Kyiv',
    language,
    direction: 'ltr',
    home: url('/'),
    sections: [link(treat, 'Ukraine', '/section/ukraine/'), link(treat, 'Culture', '/section/culture/')],
    navigation: [link(treat, 'About', '/about/')],
    editions: [
      { language: 'en', name: treat('English'), href: url('/') },
      { language: 'uk', name: treat('Українська'), href: url('/uk/') },
    ],
    places: {
      archive: url('/archive/'),
      tags: url('/tags/'),
      authors: url('/authors/'),
      corrections: url('/corrections/'),
    },
    support: {
      title: treat('Keep it lit'),
      text: treat('No owner.'),
      label: treat('Support us'),
      href: url('/support/'),
    },
    license: url('https://creativecommons.org/licenses/by-nc-nd/4.0/'),
    assets: Object.fromEntries(
      ['styles/site.css', 'styles/article.css', 'styles/front.css', 'scripts/site.js', 'scripts/colours.js'].map(
        (name) => [name, url(`/assets/${name}`)],
      ),
    ),
    policies: { ethics: url('/ethics/'), corrections: url('/corrections-policy/') },
    contact: 'desk@lantern.example',
    preview: true,
  };
}

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
      ...head('/about/'),
      layout: 'page',
      standfirst: treat('Who we are.'),
      image: pictureView(treat),
      body: ['<p>We are a newspaper.</p>'],
      headings: [],
      state: 'draft',
    },
    { ...head('/404.html'), layout: 'not-found' },
  ];
}
