import { planWordPressImport, type WordPressOptions } from '../../src/import/wordpress/plan-import.ts';
import { readWxr } from '../../src/import/wordpress/read-wxr.ts';
import { siteSchema } from '../../src/schema/site.ts';

export const OLD_SITE = 'https://old.example';

export const SITE = siteSchema.parse({
  name: 'The Test Post',
  url: 'https://test.example',
  language: 'en',
  timeZone: 'Europe/Kyiv',
  sections: [
    { slug: 'news', name: 'News' },
    { slug: 'arts', name: 'Arts' },
  ],
});

export interface Entry {
  readonly id?: number;
  readonly type?: string;
  readonly status?: string;
  readonly title?: string;
  readonly name?: string;
  readonly content?: string;
  readonly excerpt?: string;
  readonly link?: string;
  readonly creator?: string;
  readonly local?: string;
  readonly utc?: string;
  readonly parent?: number;
  readonly password?: string;
  readonly file?: string;
  readonly meta?: Readonly<Record<string, string>>;
  /** `category:Politics`, `post_tag:Mariupol`. */
  readonly terms?: readonly string[];
  readonly comments?: number;
}

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** An export in the form of WordPress 6 (wp-admin/includes/export.php, WXR 1.2). */
export function wxr(entries: readonly Entry[], { authors = ['olha'], head = '' } = {}): string {
  const people = authors.map(
    (login) =>
      `<wp:author><wp:author_id>1</wp:author_id><wp:author_login>${cdata(login)}</wp:author_login><wp:author_email>${cdata(`${login}@old.example`)}</wp:author_email><wp:author_display_name>${cdata(`${login[0]?.toUpperCase()}${login.slice(1)} Bondar`)}</wp:author_display_name><wp:author_first_name>${cdata('')}</wp:author_first_name><wp:author_last_name>${cdata('')}</wp:author_last_name></wp:author>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" ?>${head}
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
	<title>The Old Post</title>
	<link>${OLD_SITE}</link>
	<wp:wxr_version>1.2</wp:wxr_version>
	<wp:base_site_url>${OLD_SITE}</wp:base_site_url>
	<wp:base_blog_url>${OLD_SITE}</wp:base_blog_url>
	${people.join('\n\t')}
	<wp:category><wp:term_id>1</wp:term_id><wp:category_nicename>${cdata('theatre')}</wp:category_nicename><wp:category_parent>${cdata('arts')}</wp:category_parent><wp:cat_name>${cdata('Theatre')}</wp:cat_name></wp:category>
${entries.map(item).join('\n')}
</channel>
</rss>
`;
}

function item(entry: Entry, at: number): string {
  const { id = 100 + at, type = 'post', status = 'publish', title = 'Ferries', name = `ferries-${id}` } = entry;
  const { local = '2024-03-15 10:30:00', utc = '2024-03-15 08:30:00', creator = 'olha', content = 'Text.' } = entry;
  const { link = `${OLD_SITE}/2024/03/15/${name}/`, meta = {}, terms = [], comments = 0 } = entry;
  const labels = terms.map((term) => {
    const [domain = '', label = ''] = term.split(/:(.*)/s);
    return `<category domain="${domain}" nicename="${label.toLowerCase().replace(/\W+/g, '-')}">${cdata(label)}</category>`;
  });
  const rows = Object.entries(meta).map(
    ([key, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(key)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  );
  return `<item>
	<title>${cdata(title)}</title>
	<link>${link}</link>
	<dc:creator>${cdata(creator)}</dc:creator>
	<guid isPermaLink="false">${OLD_SITE}/?p=${id}</guid>
	<content:encoded>${cdata(content)}</content:encoded>
	<excerpt:encoded>${cdata(entry.excerpt ?? '')}</excerpt:encoded>
	<wp:post_id>${id}</wp:post_id>
	<wp:post_date>${cdata(local)}</wp:post_date>
	<wp:post_date_gmt>${cdata(utc)}</wp:post_date_gmt>
	<wp:post_name>${cdata(status === 'draft' ? '' : name)}</wp:post_name>
	<wp:status>${cdata(status)}</wp:status>
	<wp:post_parent>${entry.parent ?? 0}</wp:post_parent>
	<wp:post_type>${cdata(type)}</wp:post_type>
	<wp:post_password>${cdata(entry.password ?? '')}</wp:post_password>
	${entry.file === undefined ? '' : `<wp:attachment_url>${cdata(uploaded(entry.file))}</wp:attachment_url>`}
	${[...labels, ...rows].join('\n\t')}
	${'<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_content><![CDATA[No.]]></wp:comment_content></wp:comment>'.repeat(comments)}
</item>`;
}

export const uploaded = (file: string): string => `${OLD_SITE}/wp-content/uploads/${file}`;

/** What an export becomes. */
export async function planned(entries: readonly Entry[], options: Partial<WordPressOptions> = {}) {
  return planWordPressImport(await readWxr([wxr(entries)]), {
    site: SITE,
    authors: [],
    sections: new Map(),
    ...options,
  });
}

/** Body of the one post that has this content, and the notes of the import. */
export async function bodyOf(content: string, options: Partial<WordPressOptions> = {}, further: readonly Entry[] = []) {
  const plan = await planned([{ id: 100, content, name: 'ferries' }, ...further], options);
  const text = plan.files.get('articles/2024/03/ferries.md') ?? '';
  const notes = plan.notes.filter(({ message }) => !message.startsWith('no section'));
  return { body: text.replace(/^---\n[\s\S]*?\n---\n/, ''), text, notes, plan };
}
