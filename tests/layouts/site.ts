import { link, type Treat, url } from '../../layouts/showcase/samples.ts';
import type { SiteView } from '../../src/pages/site-view.ts';

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
      search: url('/search/'),
    },
    support: {
      title: treat('Keep it lit'),
      text: treat('No owner.'),
      label: treat('Support us'),
      href: url('/support/'),
    },
    license: url('https://creativecommons.org/licenses/by-nc-nd/4.0/'),
    assets: Object.fromEntries(
      [
        'styles/article.css',
        'styles/front.css',
        'styles/listing.css',
        'styles/search.css',
        'styles/versions.css',
        'scripts/site.js',
      ].map((name) => [name, url(`/assets/${name}`)]),
    ),
    integrity: {},
    policies: { ethics: url('/ethics/'), corrections: url('/corrections-policy/') },
    contact: 'desk@lantern.example',
    typefaces: 'newspaper',
    preview: true,
  };
}
