import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { machineHead } from '../../layouts/components/machine-head.ts';
import { renderView } from '../../layouts/pages/render-view.ts';
import { ContentReader } from '../../src/content/content-reader.ts';
import { readSource } from '../../src/content/read-source.ts';
import { type PreparedSite, prepareSite } from '../../src/eleventy/prepare-site.ts';
import { MachineFile } from '../../src/metadata/machine-file.ts';
import { outputFile } from '../../src/pages/site-path.ts';
import { type Files, NOW, PIXEL, putFiles, SITE_YAML } from '../small-site.ts';

/** Every place in which an editor, or whoever an editor quotes, can put text. */
export const FIELDS = [
  'title',
  'standfirst',
  'tag',
  'caption',
  'credit',
  'alt',
  'correction',
  'author',
  'tweet',
  'body',
  'dateline',
  'claim',
  'address',
  'page',
] as const;
export type Field = (typeof FIELDS)[number];

const SETTINGS = { language: 'en', timeZone: 'Europe/Kyiv', html: 'sanitize', requireCredit: true } as const;

/** The files of an article with a text in some of its fields; `name` is a slug. */
export function attackedFiles(name: string, text: string, fields: ReadonlySet<Field>): Files {
  const of = (field: Field, otherwise: string): string => (fields.has(field) ? text : otherwise);
  const address = (otherwise: string): string => of('address', otherwise);
  const image = {
    src: '/pixel.png',
    alt: of('alt', 'Alt'),
    caption: of('caption', 'Caption.'),
    credit: of('credit', 'Credit'),
    ...(fields.has('address') ? { creditUrl: text } : {}),
  };
  const post = {
    id: '20',
    url: 'https://x.com/a/status/20',
    author: of('tweet', 'A'),
    handle: 'a',
    date: '2026-06-30 10:00',
    text: of('tweet', 'Text'),
    links: [{ url: 'https://t.co/a', expanded: address('https://a.example/'), display: of('tweet', 'a.example') }],
    media: [{ src: '/pixel.png', alt: of('alt', 'Alt') }],
  };
  const keys = {
    title: of('title', `Title ${name}`),
    standfirst: of('standfirst', 'Standfirst.'),
    date: '2026-07-01T09:00:00Z',
    authors: [name],
    tags: [of('tag', 'Tag')],
    kind: fields.has('claim') ? 'factcheck' : 'news',
    ...(fields.has('claim') ? { claim: { text, by: text, verdict: text } } : {}),
    ...(fields.has('address') ? { canonical: text } : {}),
    dateline: of('dateline', 'KYIV'),
    image,
    images: {
      '/pixel.png': { caption: of('caption', 'Caption.'), credit: of('credit', 'Credit'), alt: of('alt', 'Alt') },
    },
    tweets: [post],
    corrections: [{ date: '2026-07-02', text: of('correction', 'Corrected.') }],
  };
  const biography = { name: of('author', `Author ${name}`), role: of('author', 'Reporter') };
  return {
    [`articles/${name}.md`]: `---\n${JSON.stringify(keys)}\n---\n\n${of('body', 'Body.')}\n\n![Alt](/pixel.png)\n`,
    [`authors/${name}.md`]: `---\n${JSON.stringify(biography)}\n---\n\n${of('author', 'Writes.')}\n`,
    ...(fields.has('page')
      ? { [`pages/${name}.md`]: `---\n${JSON.stringify({ title: text, standfirst: text })}\n---\n\n${text}\n` }
      : {}),
  };
}

/** The fields in which a text is no error: the others would have nothing published. */
export function acceptedFields(text: string, fields: Iterable<Field> = FIELDS): ReadonlySet<Field> {
  const accepted = [...fields].filter((field) =>
    Object.entries(attackedFiles('a', text, new Set([field]))).every(([name, file]) => {
      const kind = name.startsWith('articles/') ? 'article' : name.startsWith('authors/') ? 'author' : 'page';
      return readSource(kind, name, Buffer.from(file), SETTINGS).document !== undefined;
    }),
  );
  return new Set(accepted);
}

/** A site rendered in memory: what stands at each address. */
export interface RenderedSite {
  readonly pages: ReadonlyMap<string, string>;
  readonly machines: ReadonlyMap<string, string>;
  readonly site: PreparedSite;
}

/** Renders the pages and machine files of a site of these files; undefined with what is wrong when they have errors. */
export async function renderSite(files: Files): Promise<RenderedSite | { readonly errors: readonly string[] }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dateline-fuzz-'));
  try {
    const content = path.join(folder, 'content');
    await putFiles(content, { 'site.yaml': SITE_YAML, 'pixel.png': PIXEL, ...files });
    const { site, diagnostics } = await prepareSite({
      content,
      assets: fileURLToPath(new URL('../../assets', import.meta.url)),
      cache: path.join(folder, 'cache'),
      now: NOW,
      purpose: 'build',
      jobs: 1,
      reader: new ContentReader(1),
    });
    if (!site) return { errors: diagnostics.map(({ file, code, message }) => `${file} ${code} ${message}`) };
    const pages = site.pages.map((page) => {
      const view = page.view();
      return [`/${outputFile(page.path)}`, renderView(view, page.site, machineHead(view, page.site))] as const;
    });
    const machines = site.files.flatMap((file) =>
      file instanceof MachineFile ? [[file.address, file.text()] as const] : [],
    );
    return { pages: new Map(pages), machines: new Map(machines), site };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
