import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDateline } from '../cli/run-dateline.ts';
import { PIXEL, readTree, SmallSite } from '../small-site.ts';
import { type Entry, uploaded, wxr } from './wordpress-export.ts';

const CLOCK = { SOURCE_DATE_EPOCH: '1783166400' };

async function moving(entries: readonly Entry[], uploads: readonly string[] = []) {
  const site = await SmallSite.write({});
  const file = path.join(site.folder, 'export.xml');
  await writeFile(file, wxr(entries));
  const folder = path.join(site.folder, 'uploads');
  for (const name of uploads) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), PIXEL);
  }
  const run = (...args: readonly string[]) =>
    runDateline(['import', 'wordpress', file, '--content', site.content, ...args], CLOCK);
  return { site, file, uploads: folder, run };
}

const POST: Entry = {
  name: 'ferries',
  terms: ['category:News', 'post_tag:sea'],
  content: `<img src="${uploaded('2024/quay-300x200.jpg')}" alt="A quay">\n\n[caption]<img src="${uploaded('2024/sea.png')}" alt="Sea"> Sea. Photo: Emil[/caption]`,
};

test('an import is whole and right, and a second one changes nothing', async () => {
  const { site, uploads, run } = await moving([POST], ['2024/quay.jpg', '2024/sea.png', '2024/unused.jpg']);
  const args = ['--uploads', uploads, '--credit', 'The Old Post'];
  const first = await run(...args);
  expect(first.status).toBe(0);
  expect(first.stdout).toContain('Nothing needs a person.');
  expect(Math.max(...first.stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  const tree = await readTree(site.content);
  expect([...tree.keys()]).toEqual([
    'articles/2024/03/ferries.md',
    'authors/olha.md',
    'images/imported/2024/quay.jpg',
    'images/imported/2024/sea.png',
    'redirects.yaml',
    'site.yaml',
  ]);
  const second = await run(...args);
  expect(second.status).toBe(0);
  expect(second.stdout).toContain('0 files written, 3 were there already');
  expect(await readTree(site.content)).toEqual(tree);
  const built = await site.build();
  expect(built.has('2024/03/15/ferries/index.html')).toBe(true);
});

test('what an editor has written since stays', async () => {
  const { site, run } = await moving([POST]);
  await run();
  await site.put({ 'articles/2024/03/ferries.md': 'mine', 'redirects.yaml': '/a/: /\n' });
  const again = await run();
  expect(again.status).toBe(1);
  expect(again.stdout).toContain('the file was there already with another text, and stays as it is');
  expect(again.stdout).toContain('/category/news/: /section/news/');
  expect(await readFile(path.join(site.content, 'articles/2024/03/ferries.md'), 'utf8')).toBe('mine');
  expect(await readFile(path.join(site.content, 'redirects.yaml'), 'utf8')).toBe('/a/: /\n');
});

test('what the check finds is on the report, with file and line: status 1', async () => {
  const { run, uploads } = await moving([POST], ['2024/quay.jpg', '2024/sea.png']);
  const ran = await run('--uploads', uploads);
  expect(ran.status).toBe(1);
  expect(ran.stdout).toMatch(
    /1 {2}error image-credit-missing: .*\n {10}\S+articles\/2024\/03\/ferries\.md:8\n {12}the picture has no credit/,
  );
});

test('--dry-run writes nothing; --report names every place', async () => {
  const pictures = Array.from({ length: 12 }, (_, i) => `<img src="${uploaded(`${i}.jpg`)}" alt="x">`).join('\n\n');
  const { site, run } = await moving([{ ...POST, content: pictures }]);
  const before = await readTree(site.content);
  expect(await run('--dry-run')).toMatchObject({ status: 0, stderr: '' });
  expect(await readTree(site.content)).toEqual(before);
  const report = path.join(site.folder, 'report.txt');
  const ran = await run('--report', report);
  expect(ran.stdout).toContain('… and 8 more\n\n--report FILE names every place.');
  expect((await readFile(report, 'utf8')).match(/ferries\.md:\d+\n/g)).toHaveLength(12);
});

test.each([
  [[], /what to import is missing/],
  [['wordpres', 'a.xml'], /did you mean `wordpress`\?/],
  [['wordpress'], /the file is missing/],
  [['wordpress', '/nowhere.xml'], /there is no file \/nowhere\.xml/],
  [['wordpress', 'package.json', 'b.xml'], /one at a time/],
  [['wordpress', 'package.json'], /package\.json: the file is not well-formed XML/],
  [['wordpress', 'docs/images/front.webp'], /front\.webp: the file is not UTF-8 text, and so no export/],
  [['wordpress', 'package.json', '--uploads', '/nowhere'], /there is no folder \/nowhere/],
  [['wordpress', 'package.json', '--uploads', 'http://'], /no web address: http:\/\//],
  [['feed', 'https://old.example/feed.xml'], /save https:\/\/old\.example\/feed\.xml to a file first/],
  [['feed', 'package.json'], /package\.json: the file is no JSON Feed/],
  [['hugo', 'docs'], /docs is no site of hugo/],
  [['jekyll', '.', '--mapping', 'nowhere.yaml'], /there is no mapping file nowhere\.yaml/],
  [['wordpress', 'package.json', '--sections', 'a=ukrane'], /did you mean `ukraine`\?/],
  [['wordpress', 'package.json', '--sections', 'a'], /a has no section/],
  [['wordpress', 'package.json', '--content', 'src'], /site\.yaml is not there/],
])('%j is misuse', async (args, message) => {
  const ran = await runDateline(['import', ...args], CLOCK);
  expect(ran).toMatchObject({ status: 2, stdout: '' });
  expect(ran.stderr).toMatch(message);
});
