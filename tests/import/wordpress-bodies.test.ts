import { expect, test } from 'vitest';
import { bodyOf, OLD_SITE, planned, uploaded } from './wordpress-export.ts';

const NONE = { uploads: [] };

test.each([
  ['paragraphs and breaks of the classic editor', 'One\nline.\n\nTwo &amp; three.', 'One\\\nline.\n\nTwo & three.\n'],
  [
    'Gutenberg comments go',
    '<!-- wp:paragraph {"a":1} -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:heading -->\n<h2 class="x">Two</h2>\n<!-- /wp:heading -->',
    'One\n\n## Two\n',
  ],
  ['the first level of heading is the headline’s', '<h1>A</h1>\n<h3>B</h3>', '## A\n\n### B\n'],
  [
    'text that looks like Markdown or HTML stays text',
    'a &lt;b&gt; *c* &amp;amp; [d] 1. e\n\n::: f',
    'a \\<b> \\*c\\* \\&amp; \\[d\\] 1. e\n\n\\::: f\n',
  ],
  [
    'an address in running text stays whole',
    'See https://x.example/a_b_c*d today.',
    'See https://x.example/a_b_c*d today.\n',
  ],
  [
    'a quote and whose it is',
    '<blockquote>We knew.\n\nAll of us.<cite>Oksana, a teacher</cite></blockquote>',
    '> We knew.\n>\n> All of us.\n> — Oksana, a teacher\n',
  ],
  [
    'a pull quote',
    '<!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>Seven.</p><cite>O.</cite></blockquote></figure><!-- /wp:pullquote -->',
    '::: pullquote\nSeven.\n\n— O.\n:::\n',
  ],
  [
    'lists in lists',
    '<ul>\n<li>a\n<ol start="3"><li>b</li><li>c</li></ol>\n</li>\n<li>d</li>\n</ul>',
    '- a\n  3. b\n  4. c\n- d\n',
  ],
  [
    'a table',
    '<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td>x<br>y</td></tr></table>',
    '| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |\n',
  ],
  [
    'a table that Markdown cannot hold',
    '<table><tr><td colspan="2">A</td></tr></table>',
    '<table><tbody><tr><td colspan="2">A</td></tr></tbody></table>\n',
  ],
  ['code', '<pre class="lang-js">if (a &lt; b) {\n\n  c();\n}</pre>', '```js\nif (a < b) {\n\n  c();\n}\n```\n'],
  ['a shortcode that is quoted', 'Write [[gallery]] there.', 'Write \\[gallery\\] there.\n'],
  ['words in brackets', 'They [sic] said [...] so.', 'They \\[sic\\] said \\[...\\] so.\n'],
  [
    'emphasis within emphasis',
    '<strong>a <b>b</b></strong> <em>c</em> <del>d</del> H<sub>2</sub>O',
    '**a b** *c* ~~d~~ H<sub>2</sub>O\n',
  ],
  ['the mark of the teaser', 'One.\n\n<!--more-->\n\nTwo.', 'One.\n\nTwo.\n'],
])('%s', async (_, content, expected) => {
  const { body, notes } = await bodyOf(content);
  expect(body).toBe(expected);
  expect(notes).toEqual([]);
});

test.each([
  ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 'https://www.youtube.com/watch?v=aqz-KE-bpKQ'],
  [
    '[embed width="5"]https://x.com/olha/status/1941102345678901234[/embed]',
    'https://x.com/olha/status/1941102345678901234',
  ],
  ['[youtube aqz-KE-bpKQ]', 'https://www.youtube.com/watch?v=aqz-KE-bpKQ'],
  ['[tweet 1941102345678901234]', 'https://x.com/i/status/1941102345678901234'],
  [
    '<iframe width="560" src="https://www.youtube.com/embed/aqz-KE-bpKQ?rel=0"></iframe>',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  ],
  [
    '<!-- wp:embed {"url":"https://vimeo.com/1084537"} -->\n<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://vimeo.com/1084537\n</div></figure>\n<!-- /wp:embed -->',
    'https://vimeo.com/1084537',
  ],
])('an embed stands alone: %s', async (content, expected) => {
  const { body, notes } = await bodyOf(`Before.\n${content}\nAfter.`);
  expect(body).toContain(`\n\n${expected}\n\n`);
  expect(notes).toEqual([]);
});

test('a pasted post keeps its own markup, which says what the post said', async () => {
  const post =
    '<blockquote class="twitter-tweet"><p lang="en" dir="ltr">Back.</p>&mdash; Olha (@olha) <a href="https://twitter.com/olha/status/1941102345678901234">July 4, 2025</a></blockquote>\n<script async src="https://platform.twitter.com/widgets.js" charset="utf-8"></script>';
  const { body, notes } = await bodyOf(`One.\n\n${post}\n\nTwo.`);
  expect(body).toMatch(/^One\.\n\n<blockquote class="twitter-tweet">.*\(@olha\).*<\/blockquote>\n\nTwo\.\n$/);
  expect(notes).toEqual([]);
});

test('other embeds, players and frames become links, and are told', async () => {
  const { body, notes } = await bodyOf(
    'https://www.facebook.com/olha/posts/1\n\n<iframe src="https://maps.example/?q=1"></iframe>\n\n[audio mp3="https://old.example/wp-content/uploads/2024/03/a%20b.mp3"]',
  );
  expect(body).toBe(
    'https://www.facebook.com/olha/posts/1\n\nhttps://maps.example/?q=1\n\n[a b.mp3](https://old.example/wp-content/uploads/2024/03/a%20b.mp3)\n',
  );
  expect(notes.map(({ kind, line, message }) => [kind, line, message])).toEqual(
    expect.arrayContaining([
      ['changed', expect.any(Number), 'an embed is a link now'],
      ['person', expect.any(Number), 'a frame of another site is a link now'],
      ['changed', expect.any(Number), 'a sound is a link now'],
    ]),
  );
});

test('scripts, forms and addresses that run script do not come along', async () => {
  const { body, notes } = await bodyOf(
    '<script>alert(1)</script><form><input name="a"></form><a href="javascript:alert(1)">a</a> <a onclick="x()" href="https://b.example/">b</a>',
  );
  expect(body).toBe('a [b](https://b.example/)\n');
  expect(notes.map(({ message, detail = '' }) => `${message}: ${detail}`).join('\n')).toMatch(
    /was left out: <script>[\s\S]*no browser should follow/,
  );
});

test('a widget goes, and nothing else between it and the block before', async () => {
  const content =
    '<!-- wp:heading {"level":3} -->\n<h3>A</h3>\n<!-- /wp:heading -->\n\n<!-- wp:latest-posts {"postsToShow":4} /-->\n\n<!-- wp:spacer {"height":"9px"} -->\n<div class="wp-block-spacer"></div>\n<!-- /wp:spacer -->\n\n<!-- wp:paragraph -->\n<p>B</p>\n<!-- /wp:paragraph -->';
  const { body, notes } = await bodyOf(content);
  expect(body).toBe('### A\n\nB\n');
  expect(notes.map(({ message, detail = '' }) => `${message}: ${detail}`)).toEqual([
    'a widget of the old site was left out: latest-posts',
  ]);
});

test('an unknown shortcode is told, and what it encloses stays', async () => {
  const { body, notes } = await bodyOf('[box color="red"]Read *this*.[/box]\n\n[contact-form-7 id="12"]');
  expect(body).toBe('Read \\*this\\*.\n\n\\[contact-form-7 id="12"\\]\n');
  expect(notes.map(({ message, detail = '' }) => `${message}: ${detail}`)).toEqual([
    'a shortcode means nothing here; what it enclosed was kept: [box]',
    'a shortcode means nothing here; it was left as text: [contact-form-7]',
  ]);
});

test('pictures: caption with credit, the original instead of a resized copy, no link to itself', async () => {
  const file = 'olena/боротьба (1).jpg';
  const address = uploaded(encodeURI(`2024/03/${file}`));
  const content = `[caption id="attachment_7" align="left" width="300"]<a href="${address}"><img src="${address.replace('.jpg', '-300x200.jpg')}" alt="A [ferry]" /></a> The "Olha" at the quay. Photo: Emil Radford/The Old Post[/caption]`;
  const { body, notes, plan } = await bodyOf(content, { uploads: [`2024/03/${file}`] });
  const src = `/images/imported/${encodeURI('2024/03/olena/боротьба ')}%281%29.jpg`;
  expect(body).toBe(`![A \\[ferry\\]](${src} "The \\"Olha\\" at the quay. Photo: Emil Radford/The Old Post")\n`);
  expect(plan.copies).toEqual([{ from: `2024/03/${file}`, to: `images/imported/2024/03/${file}` }]);
  expect(notes).toEqual([]);
});

test('a gallery by ids, by what belongs to the post, and of blocks', async () => {
  const attachments = [
    {
      id: 7,
      type: 'attachment',
      status: 'inherit',
      file: '2024/03/a.jpg',
      excerpt: 'Front. Photo: O',
      meta: { _wp_attachment_image_alt: 'A' },
      parent: 100,
    },
    { id: 8, type: 'attachment', status: 'inherit', file: '2024/03/b.png', meta: { _wp_attachment_image_alt: 'B' } },
  ];
  const uploads = ['2024/03/a.jpg', '2024/03/b.png'];
  const a = '![A](/images/imported/2024/03/a.jpg "Front. Photo: O")\n';
  const b = '![B](/images/imported/2024/03/b.png)\n';
  expect((await bodyOf('[gallery ids="8,7" link="file"]', { uploads }, attachments)).body).toBe(b + a);
  expect((await bodyOf('[gallery]', { uploads }, attachments)).body).toBe(a);
  const blocks = `<!-- wp:gallery --><figure class="wp-block-gallery has-nested-images"><!-- wp:image --><figure class="wp-block-image"><img src="${uploaded('2024/03/a-1024x683.jpg')}" alt="A"/><figcaption class="wp-element-caption">Front. Photo: O</figcaption></figure><!-- /wp:image --><!-- wp:image --><figure class="wp-block-image"><img src="${uploaded('2024/03/b.png')}" alt="B"/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->`;
  expect((await bodyOf(blocks, { uploads }, attachments)).body).toBe(a + b);
});

test('a picture that is not there leaves a comment, and a row in the report', async () => {
  const content = `<p>One.</p><img src="${uploaded('2024/03/gone.jpg')}" alt="x">`;
  const without = await bodyOf(content);
  expect(without.body).toBe(`One.\n\n<!-- picture left out: ${uploaded('2024/03/gone.jpg')} -->\n`);
  expect(without.notes).toMatchObject([
    { kind: 'person', line: 8, message: 'a picture was left out, for want of --uploads DIR' },
  ]);
  expect((await bodyOf(content, NONE)).notes).toMatchObject([
    { message: 'a picture is not in the uploads folder and was left out' },
  ]);
});

test('--credit stands where a picture names nobody, and nowhere else', async () => {
  const content = `<img src="${uploaded('a.jpg')}" alt="A">\n\n[caption]<img src="${uploaded('b.jpg')}" alt="B"> B. Photo: Emil[/caption]`;
  const { text } = await bodyOf(content, { uploads: ['a.jpg', 'b.jpg'], credit: 'The Old Post' });
  expect(text).toContain('images:\n  /images/imported/a.jpg:\n    credit: The Old Post\n---\n');
});

test('footnotes of blocks and of shortcodes', async () => {
  const { body } = await bodyOf('So it was[ref]The <em>Act</em> of 1949.[/ref], and is.[efn_note]Ibid.[/efn_note]');
  expect(body).toBe('So it was[^1], and is.[^2]\n\n[^1]: The *Act* of 1949.\n\n[^2]: Ibid.\n');
});

test('footnotes of the block editor, which keeps them beside the text', async () => {
  const footnotes = JSON.stringify([{ id: 'b-1', content: 'The <em>Act</em>.' }]);
  const content =
    '<!-- wp:paragraph -->\n<p>So.<sup data-fn="b-1" class="fn"><a href="#b-1" id="b-1-link">1</a></sup></p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->';
  const plan = await planned([{ name: 'ferries', content, meta: { footnotes } }]);
  expect(plan.files.get('articles/2024/03/ferries.md')).toMatch(/\n---\nSo\.\[\^1\]\n\n\[\^1\]: The \*Act\*\.\n$/);
});

test('links to the old site lead to the files that were its pages, and to files that came along', async () => {
  const further = [{ id: 5, type: 'page', name: 'about', link: `${OLD_SITE}/about/` }];
  const content = `<a href="${OLD_SITE}/about/#team">a</a> <a href="/about">b</a> <a href="http://www.old.example/?page_id=5">c</a> <a href="${uploaded('x.pdf')}">d</a> <a href="${OLD_SITE}/shop/">e</a> <a href="#x">f</a> <a href="mailto:a@b.example">g</a>`;
  const { body, notes } = await bodyOf(content, { uploads: ['x.pdf'] }, further);
  expect(body).toBe(
    `[a](/pages/about.md) [b](/pages/about.md) [c](/pages/about.md) [d](/images/imported/x.pdf) [e](${OLD_SITE}/shop/) f [g](mailto:a@b.example)\n`,
  );
  expect(notes.map(({ message, detail = '' }) => `${message}: ${detail}`)).toEqual([
    'a link still leads to the old site: https://old.example/shop/',
    'a link within the page is plain text now: ',
  ]);
});

test('elements nested without end become words, and are told', async () => {
  const { body, notes } = await bodyOf('<table><td>Ferries '.repeat(5000));
  expect(body).toMatch(/^Ferries\s+Ferries\s/);
  const told = 'elements are nested too deeply; only the words are left';
  expect(notes.map(({ message }) => message)).toContain(told);
  const hidden = await bodyOf('<table><td></x>Ferries '.repeat(5000));
  expect(hidden.notes.map(({ message }) => message)).toContain(told);
});

test('a hundred thousand spaces take no longer than as many letters', async () => {
  const began = performance.now();
  expect((await bodyOf(`Ferries${' '.repeat(100_000)}go.`)).body).toBe('Ferries go.\n');
  expect(performance.now() - began).toBeLessThan(2000);
});
