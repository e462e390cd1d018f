import { type SafeUrl, safeUrl } from '../../src/html/safe-url.ts';
import type { Picture } from '../../src/images/picture.ts';
import type { AuthorView, BodyView, PictureView, Teaser } from '../../src/pages/part-views.ts';
import type { Moment } from '../../src/schema/moment.ts';

/** What is done to every plain text of the samples: nothing, or, in tests, something hostile. */
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
export const UPDATED = moment('2025-07-05T09:40:00+03:00');
export const DAY = moment('2025-07-06T00:00:00+03:00', true);

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

export function pictureView(treat: Treat, picture: Picture = PICTURE): PictureView {
  return {
    picture,
    alt: treat('Four coaches on a country road'),
    caption: 'Coaches carrying <em>freed</em> prisoners.',
    credit: 'Olena Hrytsak',
    creditHref: url('https://lantern.example/hrytsak?a=1&b=2'),
    license: url('https://creativecommons.org/licenses/by/4.0/'),
    focus: '60% 50%',
  };
}

export function link(treat: Treat, label: string, href: string) {
  return { label: treat(label), href: url(href) };
}

export function author(treat: Treat, picture: Picture = PICTURE): AuthorView {
  return {
    name: treat('Taras Vdovenko'),
    role: treat('Ukraine correspondent'),
    href: url('/author/taras-vdovenko/'),
    photo: { ...pictureView(treat, picture), caption: '', credit: '' },
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
export function everyPart(treat: Treat, picture: Picture = PICTURE): BodyView {
  const image = pictureView(treat, picture);
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
