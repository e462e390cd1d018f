import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import { readWxr } from '../../src/import/wordpress/read-wxr.ts';
import { NotAnExport } from '../../src/import/xml-entries.ts';
import { type Entry, OLD_SITE, planned, wxr } from './wordpress-export.ts';

async function keysOf(entry: Entry, options: Parameters<typeof planned>[1] = {}, further: readonly Entry[] = []) {
  const plan = await planned([entry, ...further], options);
  const [file = '', text = ''] = [...plan.files][0] ?? [];
  return { file, plan, keys: splitFrontMatter(file, text).data ?? {} };
}

test('a post becomes an article: headline, standfirst, date with its offset, byline, section, tags', async () => {
  const { file, keys, plan } = await keysOf({
    title: 'Ferries &amp; <em>trams</em>: "back"',
    name: 'ferries-trams',
    excerpt: '<p>After three summers.</p>',
    local: '2024-07-04 01:30:00',
    utc: '2024-07-03 22:30:00',
    link: `${OLD_SITE}/2024/07/04/ferries-trams/`,
    terms: [
      'category:Uncategorized',
      'category:Arts',
      'category:Odesa',
      'post_tag:sea',
      'post_tag:Sea',
      'post_format:Aside',
    ],
  });
  expect(file).toBe('articles/2024/07/ferries-trams.md');
  expect(keys).toEqual({
    title: 'Ferries & trams: "back"',
    standfirst: 'After three summers.',
    date: '2024-07-04T01:30:00+03:00',
    authors: ['olha'],
    section: 'arts',
    tags: ['Odesa', 'sea'],
  });
  expect(plan.files.get('authors/olha.md')).toBe('---\nname: Olha Bondar\n---\n');
});

test('--sections leads a category to a section, by its slug or its name', async () => {
  const sections = new Map([['city life', 'news']]);
  const { keys, plan } = await keysOf({ terms: ['category:City Life', 'category:Arts'] }, { sections });
  expect(keys).toMatchObject({ section: 'news', tags: ['Arts'] });
  expect(plan.notes).toEqual([]);
  const without = await keysOf({ terms: ['category:City Life'] });
  expect(without.keys['section']).toBeUndefined();
  expect(without.plan.notes).toMatchObject([{ kind: 'person', message: expect.stringContaining('no section') }]);
});

test.each([
  [{ local: '2024-03-15 10:30:00', utc: '0000-00-00 00:00:00' }, '2024-03-15 10:30:00'],
  [{ local: '0000-00-00 00:00:00', utc: '2024-03-15 08:30:00' }, '2024-03-15T08:30:00Z'],
  [{ local: '2024-03-15 14:15:00', utc: '2024-03-15 08:30:00' }, '2024-03-15T14:15:00+05:45'],
  [{ local: '2024-03-14 20:30:00', utc: '2024-03-15 08:30:00' }, '2024-03-14T20:30:00-12:00'],
  [{ local: '2024-03-15 10:30:00', utc: '2023-01-01 00:00:00' }, '2024-03-15 10:30:00'],
])('the date of %j', async (times, date) => {
  expect((await keysOf(times)).keys['date']).toBe(date);
});

test('an address that changes is redirected, the one before it too', async () => {
  const same = await keysOf({ name: 'ferries', link: `${OLD_SITE}/2024/03/15/ferries/` });
  expect(same.keys['redirectFrom']).toBeUndefined();
  const moved = await keysOf({ name: 'ferries', link: `${OLD_SITE}/blog/ferries/`, meta: { _wp_old_slug: 'feries' } });
  expect(moved.keys['redirectFrom']).toEqual(['/blog/ferries/', '/blog/feries/']);
  const greek = await keysOf({ name: '%ce%bd%ce%ad%ce%b1', link: `${OLD_SITE}//%ce%bd%ce%ad%ce%b1/` });
  expect(greek.file).toBe('articles/2024/03/nea.md');
  expect(greek.keys['redirectFrom']).toEqual(['/%ce%bd%ce%ad%ce%b1/']);
});

test('drafts, what waits for review and what has a password are drafts; scheduled posts keep their date', async () => {
  for (const status of ['draft', 'pending']) expect((await keysOf({ status })).keys['draft']).toBe(true);
  const secret = await keysOf({ password: 'enter' });
  expect(secret.keys['draft']).toBe(true);
  expect(JSON.stringify(secret.plan)).not.toContain('enter');
  const future = await keysOf({ status: 'future', local: '2031-01-01 09:00:00', utc: '2031-01-01 07:00:00' });
  expect(future.keys).toMatchObject({ date: '2031-01-01T09:00:00+02:00' });
  expect(future.keys['draft']).toBeUndefined();
});

test('private and binned posts, revisions and comments are left out and counted', async () => {
  const { files, leftOut, taken } = await planned([
    { status: 'private' },
    { status: 'trash' },
    { status: 'auto-draft' },
    { type: 'revision', status: 'inherit' },
    { type: 'nav_menu_item' },
    { comments: 3 },
    { comments: 1, type: 'page' },
  ]);
  expect(Object.fromEntries(leftOut)).toEqual({
    comments: 4,
    'private post': 1,
    'trash post': 1,
    'auto-draft post': 1,
    'entry of type revision': 1,
    'entry of type nav_menu_item': 1,
  });
  expect(taken.slice(0, 2)).toEqual([
    ['articles', 1, ''],
    ['pages', 1, ''],
  ]);
  expect(files.size).toBe(3);
});

test('pages lie in the folders of the pages above them, whatever the order', async () => {
  const { files } = await planned([
    { id: 3, type: 'page', name: 'staff', parent: 2, link: `${OLD_SITE}/about/us/staff/` },
    { id: 2, type: 'page', name: 'us', parent: 1, link: `${OLD_SITE}/about/us/` },
    { id: 1, type: 'page', name: 'about', parent: 2, link: `${OLD_SITE}/about/` },
  ]);
  expect([...files.keys()]).toEqual(['pages/about/us/staff.md', 'pages/about/us.md', 'pages/us/about.md']);
});

test('two posts of one name in a month, and one without any', async () => {
  const { files, notes } = await planned([
    { id: 1, name: 'ferries' },
    { id: 2, name: 'ferries' },
    { id: 3, name: '', title: '', content: 'The boats are back, all of them, and with them the goats of the island.' },
  ]);
  expect([...files.keys()].slice(0, 3)).toEqual([
    'articles/2024/03/ferries.md',
    'articles/2024/03/ferries-2.md',
    'articles/2024/03/post-3.md',
  ]);
  expect(files.get('articles/2024/03/post-3.md')).toContain(
    'title: The boats are back, all of them, and with them the goats of…',
  );
  expect(notes).toContainEqual(
    expect.objectContaining({ kind: 'person', line: 2, message: expect.stringContaining('no headline') }),
  );
});

test('who is known by name is not made again; several authors are all named', async () => {
  const authors = [{ id: 'o-bondar', names: ['Olha Bondar'] }];
  const one = await keysOf({}, { authors });
  expect(one.keys['authors']).toEqual(['o-bondar']);
  expect([...one.plan.files.keys()].filter((file) => file.startsWith('authors/'))).toEqual([]);
  const several = await keysOf({ terms: ['author:cap-olha', 'author:cap-emil'] });
  expect(several.keys['authors']).toEqual(['olha', 'emil']);
});

test('the featured picture leads, with what is known of it', async () => {
  const attachment = {
    id: 9,
    type: 'attachment',
    status: 'inherit',
    file: '2024/03/quay.jpg',
    excerpt: 'The quay. Photo: Emil Radford',
    meta: { _wp_attachment_image_alt: 'A quay' },
  };
  const meta = { _thumbnail_id: '9' };
  const { keys } = await keysOf({ meta }, { uploads: ['2024/03/quay.jpg'] }, [attachment]);
  expect(keys['image']).toEqual({
    src: '/images/imported/2024/03/quay.jpg',
    alt: 'A quay',
    caption: 'The quay. Photo: Emil Radford',
  });
  const without = await keysOf({ meta }, {}, [attachment]);
  expect(without.keys['image']).toBeUndefined();
  expect(without.plan.notes[0]).toMatchObject({
    message: 'the lead picture was left out',
    detail: expect.stringMatching(/quay\.jpg$/),
  });
});

test('old pages of categories, tags and authors lead to the new ones', async () => {
  const { redirects } = await planned([{ terms: ['category:Arts', 'category:Theatre', 'post_tag:Old Town!'] }]);
  expect(Object.fromEntries(redirects)).toEqual({
    '/category/arts/': '/section/arts/',
    '/category/arts/theatre/': '/tag/theatre/',
    '/tag/old-town-/': '/tag/old-town/',
  });
});

test.each([
  ['<feed/>', /it begins with <feed>/],
  ['<rss><channel><title>News</title></channel></rss>', /a feed, not a WordPress export/],
  ['<rss><channel><item></channel></rss>', /not well-formed XML/],
  [wxr([{ title: 'x' }]).slice(0, 900), /not well-formed XML/],
  ['', /not well-formed XML/],
  [
    wxr([], { head: '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>' }).replace('The Old Post', '&a;'),
    /entity/,
  ],
  [
    wxr([], { head: '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' }).replace('The Old Post', '&b;'),
    /entity/,
  ],
  [wxr([]).replace('<wp:wxr_version>', '<a>'.repeat(200)), /nested too deeply/],
])('what is no export is refused: %#', async (text, message) => {
  await expect(readWxr([text])).rejects.toThrow(NotAnExport);
  await expect(readWxr([text])).rejects.toThrow(message);
});

test('an export read in small pieces, with characters that XML forbids, is the same', async () => {
  const text = wxr([{ title: 'Ferries\u0008 є', content: 'a\u000bb' }]);
  const whole = await readWxr([text]);
  expect(whole.forbidden).toBe(2);
  expect(whole.items[0]).toMatchObject({ title: 'Ferries є', content: 'ab' });
  expect(await readWxr(text.match(/[\s\S]{1,7}/g) ?? [])).toEqual(whole);
});
