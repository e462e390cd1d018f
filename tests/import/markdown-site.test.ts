import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { splitFrontMatter } from '../../src/content/front-matter.ts';
import type { Generator } from '../../src/import/markdown-site/file-names.ts';
import { planMarkdownImport } from '../../src/import/markdown-site/plan-import.ts';
import { runDateline } from '../cli/run-dateline.ts';
import { PIXEL, readTree, SmallSite } from '../small-site.ts';
import { SITE } from './wordpress-export.ts';

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };

function planned(
  generator: Generator,
  texts: Readonly<Record<string, string>>,
  files: readonly string[] = [],
  options = {},
) {
  const shared = { generator, site: SITE, knownAuthors: new Set<string>(), sections: new Map<string, string>() };
  const plan = planMarkdownImport(new Map(Object.entries(texts)), [...Object.keys(texts), ...files], {
    ...shared,
    ...options,
  });
  const [file = '', text = ''] = [...plan.files][0] ?? [];
  const split = splitFrontMatter(file, text);
  return { plan, file, keys: split.data ?? {}, body: split.body, messages: plan.notes.map(({ message }) => message) };
}

const KEYS = {
  title: 'Ferries return',
  date: '2024-03-15T10:30:00+02:00',
  description: 'At last.',
  tags: ['sea'],
  categories: ['Arts'],
};
const YAML = `---\ntitle: Ferries return\ndate: 2024-03-15T10:30:00+02:00\ndescription: "At\n  last."\ntags: [sea]\ncategories: Arts\n---\nText.\n`;
const TOML = `+++\ntitle = "Ferries return"\ndate = 2024-03-15T10:30:00+02:00\ndescription = "At last."\ntags = ["sea"]\ncategories = ["Arts"]\n+++\nText.\n`;
const JSON_TEXT = `${JSON.stringify(KEYS, null, 2)}\n\nText.\n`;

test.each([
  ['YAML', YAML],
  ['TOML', TOML],
  ['JSON', JSON_TEXT],
])('front matter in %s', (_, text) => {
  const { file, keys, body } = planned('hugo', { 'content/posts/ferries.md': text });
  expect(file).toBe('articles/2024/03/ferries.md');
  expect(keys).toMatchObject({
    title: 'Ferries return',
    standfirst: 'At last.',
    section: 'arts',
    tags: ['sea'],
    redirectFrom: ['/posts/ferries/'],
  });
  expect(new Date(String(keys['date'])).toISOString()).toBe('2024-03-15T08:30:00.000Z');
  expect(body).toBe('Text.\n');
});

test('quoted text that goes on at the margin, a key twice, and what cannot be read', () => {
  const { keys, plan } = planned('eleventy', {
    'posts/a.md':
      '---\ntitle: "Ferries\nreturn today"\ntitle: "Ferries\nreturn: all\n\'of them"\nauthors: [a]\ndate: 2024-03-15\n---\n',
    'posts/b.md': 'No front matter.\n',
  });
  expect(keys).toMatchObject({ title: "Ferries return: all 'of them", authors: ['a'] });
  expect(plan.notes).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('a key stood twice'), file: 'articles/2024/03/a.md' }),
  );
  expect(plan.notes).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('cannot be read'), detail: 'posts/b.md' }),
  );
  expect(plan.leftOut).toEqual([['texts whose front matter is none, or cannot be read', 1]]);
});

test('posts, drafts, pages and addresses of Jekyll', () => {
  const { plan } = planned('jekyll', {
    '_posts/2024-03-15-ferries.markdown':
      '---\ntitle: A\ncategories: [Odesa News]\nredirect_from: old/a/\nauthor: sarah-eckert\n---\n',
    '_drafts/trams.md': '---\ntitle: B\ndate: 2024-04-01\n---\n',
    'about/index.md': '---\ntitle: About\npermalink: /about-us/\n---\n',
    '_data/x.md': '---\ntitle: X\n---\n',
    'README.md': '---\ntitle: R\n---\n',
  });
  const [a = '', b = '', about = '', author = ''] = [...plan.files.values()];
  expect([...plan.files.keys()]).toEqual([
    'articles/2024/03/ferries.md',
    'articles/2024/04/trams.md',
    'pages/about.md',
    'authors/sarah-eckert.md',
  ]);
  expect(a).toContain('redirectFrom:\n  - /odesa-news/2024/03/15/ferries.html\n  - /old/a/\n');
  expect(b).toContain('draft: true');
  expect(about).toContain('redirectFrom:\n  - /about-us/\n');
  expect(author).toBe('---\nname: Sarah Eckert\n---\n');
});

test('--permalink tells where articles were', () => {
  const text = { 'content/news/2024-03-15-ferries.md': YAML };
  expect(
    planned('jekyll', { '_posts/2024-03-15-ferries.md': YAML }, [], { permalink: '/:year/:month/:day/:slug/' }).keys[
      'redirectFrom'
    ],
  ).toBeUndefined();
  expect(planned('hugo', text, [], { permalink: '/:section/:year/:filename.html' }).keys['redirectFrom']).toEqual([
    '/news/2024/2024-03-15-ferries.html',
  ]);
});

test('pictures come along; those that are not there leave a comment', () => {
  const text = `---\ntitle: A\ndate: 2024-03-15\nimage: {src: /img/lead.jpg, alt: Lead, credit: O}\n---\n![A quay](/img/quay.png "The quay. Photo: O") <img src="img/quay.png" alt="Q">\n\n{{< figure src="/img/quay.png" alt="F" caption="C" >}}\n\n![B](https://x.example/b.jpg)\n\n\`![C](/img/c.png)\`\n`;
  const { keys, body, plan, messages } = planned('hugo', { 'content/posts/a.md': text }, [
    'static/img/quay.png',
    'assets/img/lead.jpg',
  ]);
  const quay = '/images/imported/static/img/quay.png';
  expect(keys['image']).toEqual({ src: '/images/imported/assets/img/lead.jpg', alt: 'Lead', credit: 'O' });
  expect(body).toContain(`![A quay](${quay} "The quay. Photo: O")`);
  expect(body).toContain(`\n\n![F](${quay} "C")\n`);
  expect(body).toContain('<!-- picture left out: https://x.example/b.jpg -->');
  expect(body).toContain('`![C](/img/c.png)`');
  expect(plan.copies).toHaveLength(2);
  expect(messages).toContain('a picture is not in the folder and was left out');
});

test.each<[Generator, string, string]>([
  ['hugo', '{{< youtube aqz-KE-bpKQ >}}', 'https://www.youtube.com/watch?v=aqz-KE-bpKQ'],
  ['hugo', '{{< tweet user="olha" id="1941102345678901234" >}}', 'https://x.com/olha/status/1941102345678901234'],
  ['hugo', '{{< highlight go >}}\na := "{{< x >}}"\n{{< /highlight >}}', '```go\na := "{{< x >}}"\n```'],
  ['hugo', '[a]({{< ref "posts/b.md" >}})', '[a](/articles/2024/03/b.md)'],
  ['hugo', '{{% note %}}Mind.{{% /note %}}', '::: factbox\nMind.\n:::'],
  ['jekyll', '[a]({% post_url 2024-03-15-b %})', '[a](/articles/2024/03/b.md)'],
  ['jekyll', '[a]({{ site.baseurl }}/2024/03/15/b.html)', '[a](/articles/2024/03/b.md)'],
  ['jekyll', '{% highlight ruby %}\nputs 1\n{% endhighlight %}', '```ruby\nputs 1\n```'],
  ['jekyll', '{% raw %}{{ x }}{% endraw %} {% comment %}no{% endcomment %}.', '{{ x }} .'],
  ['jekyll', 'Text\n{: .class #id}', 'Text'],
  ['jekyll', '`{{ x }}` and {% include a.html %}', '`{{ x }}` and <!-- include a.html -->'],
  ['eleventy', '[a]({{ "/about/" | url }})', '[a](/about/)'],
  ['eleventy', '{% image "assets/q.png" "A quay" %}', '![A quay](/images/imported/assets/q.png)'],
])('%s: %s', (generator, written, expected) => {
  const folder = { hugo: 'content/posts', jekyll: '_posts', eleventy: 'posts' }[generator];
  const texts = {
    [`${folder}/2024-03-15-a.md`]: `---\ntitle: A\ndate: 2024-03-15\n---\n${written}\n`,
    [`${folder}/2024-03-15-b.md`]: '---\ntitle: B\ndate: 2024-03-15\n---\n',
  };
  expect(planned(generator, texts, ['assets/q.png']).body.trim()).toBe(expected);
});

test('the command: whole, right, and the same the second time', async () => {
  const site = await SmallSite.write({});
  const old = path.join(site.folder, 'old');
  const put = async (name: string, text: string | Uint8Array) => {
    await mkdir(path.dirname(path.join(old, name)), { recursive: true });
    await writeFile(path.join(old, name), text);
  };
  await put(
    'content/posts/ferries.md',
    YAML.replace('Text.', '![A quay](/quay.png "Photo: O")').replace('Arts', 'News'),
  );
  await put('static/quay.png', PIXEL);
  const command = ['import', 'hugo', old, '--content', site.content];
  expect(await runDateline(command, CLOCK)).toMatchObject({ status: 0 });
  const tree = await readTree(site.content);
  expect([...tree.keys()]).toEqual(['articles/2024/03/ferries.md', 'images/imported/static/quay.png', 'site.yaml']);
  expect((await runDateline(command, CLOCK)).stdout).toContain('0 files written, 2 were there already');
  expect(await readTree(site.content)).toEqual(tree);
  expect(await runDateline(['import', 'hugo', path.join(old, 'static'), '--content', site.content])).toMatchObject({
    status: 2,
  });
  expect(await runDateline([...command, '--uploads', old])).toMatchObject({ status: 2 });
});
