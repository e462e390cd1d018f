import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isStyleCode } from '../../src/diagnostics/codes.ts';
import { addressKey } from '../../src/import/addresses-to-redirect.ts';
import { ROOT, runDateline } from '../cli/run-dateline.ts';
import { PIXEL, readTree, SITE_YAML, SmallSite } from '../small-site.ts';

const EXPORT = path.join(ROOT, '../shared/corpora/wordpress/themeunittestdata.wordpress.xml');
const there = existsSync(EXPORT);
if (!there) console.warn(`NOT TESTED: the theme unit test data of WordPress is not at ${EXPORT}`);

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };

// Read without the parser of the import, so that both would have to be wrong alike.
async function itemsOf(): Promise<{ type: string; status: string; link: string; comments: number }[]> {
  const items = (await readFile(EXPORT, 'utf8')).match(/<item>[\s\S]*?<\/item>/g) ?? [];
  const text = (item: string, name: string) =>
    new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([\\s\\S]*?)(?:\\]\\]>)?</${name}>`).exec(item)?.[1] ?? '';
  return items.map((item) => ({
    type: text(item, 'wp:post_type'),
    status: text(item, 'wp:status'),
    link: text(item, 'link'),
    comments: item.match(/<wp:comment>/g)?.length ?? 0,
  }));
}

const tweet = (id: string) =>
  JSON.stringify({
    id,
    url: `https://x.com/a/status/${id}`,
    author: 'A',
    handle: 'a',
    date: '2018-01-01',
    text: 'Text.',
  });

test.skipIf(!there)(
  'the same with its uploads: whatever the check finds is on the report, place by place',
  async () => {
    const site = await SmallSite.write({});
    const uploads = path.join(site.folder, 'uploads');
    const addresses = (await readFile(EXPORT, 'utf8')).matchAll(/themetestdata\.files\.wordpress\.com\/([\w./-]+)/g);
    for (const [, name = ''] of addresses) {
      await mkdir(path.dirname(path.join(uploads, name)), { recursive: true });
      await writeFile(path.join(uploads, name), PIXEL);
    }
    const report = path.join(site.folder, 'report.txt');
    const options = ['--uploads', uploads, '--report', report, '--credit', 'The Old Post'];
    const ran = await runDateline(['import', 'wordpress', EXPORT, '--content', site.content, ...options], CLOCK);
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/ 3\d {2}pictures and documents\n/);
    const checked = await site.prepare({ purpose: 'check' });
    const diagnostics = checked.diagnostics.filter(({ code }) => !isStyleCode(code));
    expect([...new Set(diagnostics.map(({ code }) => code))].sort()).toEqual(['image-alt-missing', 'tweet-missing']);
    const places = await readFile(report, 'utf8');
    expect(diagnostics.filter(({ file, line }) => !places.includes(`${file}:${line}\n`))).toEqual([]);
  },
  120_000,
);

test.skipIf(!there)(
  'the theme unit test data: counts, checks, and every old address',
  async () => {
    const items = await itemsOf();
    const site = await SmallSite.write({
      // The posts that it shows, which a person would archive.
      'embeds/tweets/319508408669708289.json': tweet('319508408669708289'),
      'embeds/tweets/1057136472321613824.json': tweet('1057136472321613824'),
      'site.yaml': SITE_YAML.replace('Europe/Kyiv', 'America/Los_Angeles'),
    });
    const command = ['import', 'wordpress', EXPORT, '--content', site.content, '--sections', 'classic=news,block=news'];
    const ran = await runDateline(command, { SOURCE_DATE_EPOCH: '1783166400' });
    expect(ran).toMatchObject({ status: 0, stderr: '' });

    const posts = items.filter(({ type }) => type === 'post');
    const pages = items.filter(({ type }) => type === 'page');
    const tree = await readTree(site.content);
    const filesIn = (folder: string) => [...tree.keys()].filter((file) => file.startsWith(`${folder}/`)).length;
    expect([filesIn('articles'), filesIn('pages'), filesIn('authors')]).toEqual([posts.length, pages.length, 2]);
    expect([posts.length, pages.length]).toEqual([51, 21]);
    expect(ran.stdout).toMatch(/ 51 {2}articles \(2 of them draft, 1 scheduled\)\n +21 {2}pages\n +2 {2}authors\n/);
    const comments = items.reduce((sum, item) => sum + item.comments, 0);
    expect(ran.stdout).toMatch(new RegExp(` ${comments} {2}comments\n`));

    const { diagnostics, site: prepared } = await site.prepare({ purpose: 'check' });
    expect(
      diagnostics.filter(({ code, message }) => !isStyleCode(code) && !ran.stdout.includes(message.slice(0, 40))),
    ).toEqual([]);
    const redirects = String(
      prepared?.files.flatMap((file) => ('bytes' in file && file.address === '/_redirects' ? [file.bytes] : []))[0],
    );
    const addresses = new Set([
      ...(prepared?.pages ?? []).map((page) => addressKey(page.path)),
      ...Array.from(redirects.matchAll(/^(\/\S*)\s/gm), ([, from = '']) => addressKey(from)),
    ]);
    const published = [...posts, ...pages].filter(
      ({ status, link }) => status === 'publish' && !link.includes('password-protected'),
    );
    expect(published.length).toBe(69);
    expect(published.filter(({ link }) => !addresses.has(addressKey(new URL(link).pathname)))).toEqual([]);

    await runDateline(command, { SOURCE_DATE_EPOCH: '1783166400' });
    expect(await readTree(site.content)).toEqual(tree);
  },
  120_000,
);
