import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { deployToStore, releasesOfStore, rollBackStore } from '../../src/deploy/deploy-to-store.ts';
import { readOutput } from '../../src/deploy/read-output.ts';
import { S3Store } from '../../src/deploy/s3-store.ts';
import { runDateline } from '../cli/run-dateline.ts';
import { article, PIXEL, SITE_YAML, SmallSite } from '../small-site.ts';
import { DyingStore, Killed } from './memory-store.ts';
import { addressesIn } from './reader-model.ts';
import { KEYS, type S3Server, startS3Server } from './s3-server.ts';

const AT = { at: '2026-07-04T12:00:00.000Z' };
const IMAGE = { src: 'a.png', alt: 'A dot', credit: 'Nobody' };

/** A site and its next edition: an article changed with another picture, one gone, one new. */
async function twoEditions(): Promise<{ readonly old: string; readonly young: string; readonly site: SmallSite }> {
  const site = await SmallSite.write({
    'articles/a.png': PIXEL,
    'articles/a.md': article({ title: 'Ferries return', image: IMAGE }),
    'articles/b.md': article({ title: 'The price of bread', date: '2026-06-30' }),
    'redirects.yaml': '/ferries/: /2026/07/01/a/\n/map/: https://else.example/мапа\n/пороми/: /2026/07/01/a/\n',
  });
  const [old, young] = [path.join(site.folder, 'old'), path.join(site.folder, 'young')];
  await site.build({}, old);
  await site.remove('articles/b.md');
  await site.put({
    'articles/a.md': article({ title: 'Ferries return at last', image: { ...IMAGE, credit: 'Somebody' } }),
    'articles/c.md': article({ title: 'The vote', date: '2026-07-02' }),
    'gone.yaml': '/2026/06/30/b/: It was wrong.\n',
  });
  await site.build({}, young);
  return { old, young, site };
}

/** Follows every address from the front page on. Returns what a reader would miss, and the pages by address. */
async function crawl({ visit }: S3Server): Promise<{ readonly missed: string[]; readonly pages: Map<string, string> }> {
  const missed: string[] = [];
  const pages = new Map<string, string>();
  const waiting = ['/'];
  const seen = new Set(waiting);
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const { status, headers, body } = await visit(address);
    if (status !== 200 && status !== 301) missed.push(address);
    if (!`${headers['content-type']}`.startsWith('text/html')) continue;
    pages.set(address, body.toString());
    for (const next of addressesIn(body.toString())) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return { missed, pages };
}

test('a bucket shows the site, with types, caches and redirects', async () => {
  const server = await startS3Server();
  const { old } = await twoEditions();
  const store = new S3Store(server.target, KEYS);
  await deployToStore(await readOutput(old), store, AT);

  const front = await server.visit('/');
  expect(front.status).toBe(200);
  expect(front.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(front.headers['cache-control']).toBe('public, max-age=60, stale-while-revalidate=600');
  const style = addressesIn(front.body.toString()).find((address) => address.endsWith('.css')) ?? '';
  expect((await server.visit(style)).headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await server.visit('/feed.json')).headers['content-type']).toBe('application/feed+json; charset=utf-8');
  expect((await server.visit('/manifest.webmanifest')).headers['content-type']).toContain('application/manifest+json');
  for (const address of ['/ferries/', '/пороми/'])
    expect(await server.visit(address)).toMatchObject({ status: 301, headers: { location: '/2026/07/01/a/' } });
  expect((await server.visit('/map/')).headers.location).toBe('https://else.example/%D0%BC%D0%B0%D0%BF%D0%B0');
  expect((await server.visit('/nothing/')).status).toBe(404);
  expect((await server.visit('/_headers')).status).toBe(404);
  const { missed, pages } = await crawl(server);
  expect(missed).toEqual([]);
  expect(pages.size).toBeGreaterThan(8);
});

test('a reader meets whole pages after every operation; killed at any of six moments, the deploy ends right when repeated', async () => {
  const { old, young } = await twoEditions();
  const server = await startS3Server();
  const bucket = new S3Store(server.target, KEYS);
  await deployToStore(await readOutput(old), bucket, AT);
  const before = (await crawl(server)).pages;
  const [first] = await releasesOfStore(bucket);

  const whole = async (): Promise<void> => expect((await crawl(server)).missed).toEqual([]);
  const watched = new DyingStore(bucket, Infinity, false, whole);
  await deployToStore(await readOutput(young), watched, AT);
  const after = (await crawl(server)).pages;
  expect(after.get('/2026/07/01/a/')).toContain('Ferries return at last');
  expect((await server.visit('/2026/06/30/b/')).body.toString()).toContain('It was wrong.');

  for (let last = 1; last < watched.operations; last += Math.ceil(watched.operations / 6)) {
    await rollBackStore(bucket, first?.id, AT);
    if (last === 1) expect((await crawl(server)).pages).toEqual(before);
    const dying = new DyingStore(bucket, last, last % 2 === 0);
    await deployToStore(await readOutput(young), dying, AT).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    await whole();
    await deployToStore(await readOutput(young), bucket, AT);
    expect((await crawl(server)).pages).toEqual(after);
  }
}, 120_000);

test('the command publishes, says what it did, pings the hub, lists releases and rolls back', async () => {
  const pinged: string[] = [];
  const hub = createServer((question, answer) => {
    question.setEncoding('utf8').on('data', (text) => pinged.push(text));
    question.on('end', () => answer.writeHead(204).end());
  }).listen(0, '127.0.0.1');
  await once(hub, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => hub.close(() => resolve())));
  const server = await startS3Server();
  const address = `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`;
  const site = await SmallSite.write({
    'site.yaml': `${SITE_YAML}feeds: {hub: "${address}"}\n`,
    'deploy.yaml': `live: {to: s3, bucket: news-example, region: eu-central-1, endpoint: "${server.target.endpoint}"}\n`,
    'articles/a.md': article({ title: 'Ferries return' }),
  });
  await site.build();
  const env = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
  const run = (...args: readonly string[]) =>
    runDateline(['deploy', ...args, '--content', site.content, '--output', site.output], env);

  expect((await run('live', '--dry-run')).stdout).toMatch(/put {5}index\.html\n[\s\S]*Would be done at live/);
  expect(await run('live', '--releases')).toMatchObject({ status: 0, stdout: 'Nothing has been published there.\n' });
  const first = await run('live');
  expect(first.stderr).toBe('');
  expect(first.stdout).toMatch(/^Published at live, release [0-9a-f]{12}: \d+ pages and \d+ other\sfiles\schanged,\s/);
  expect(first.stdout).toMatch(/Told of \d+ changed feeds\.\n$/);
  expect(pinged).toContain('hub.mode=publish&hub.url=https%3A%2F%2Ftest.example%2Ffeed.xml');

  pinged.length = 0;
  expect((await run('live')).stdout).toMatch(/nothing to\schange\.\n$/);
  expect(pinged).toEqual([]);
  await site.put({ 'articles/a.md': article({ title: 'Ferries return at last' }) });
  await site.build();
  await run('live');
  expect((await run('live', '--releases')).stdout).toMatch(
    /^[0-9a-f]{12} {2}\S+Z {2}what readers see\n[0-9a-f]{12} {2}\S+Z\n$/,
  );
  expect((await run('live', '--rollback')).stdout).toContain('Published at live, release');
  expect((await server.visit('/2026/07/01/a/')).body.toString()).not.toContain('at last');
  expect((await run('live', '--forget')).stdout).toBe('Removed: 1 earlier release.\n');
}, 60_000);

test('what is misused or refused is said in one sentence', async () => {
  const server = await startS3Server();
  const endpoint = `endpoint: "${server.target.endpoint}"`;
  const site = await SmallSite.write({
    'articles/a.md': article(),
    'deploy.yaml': `live: {to: s3, bucket: news-example, ${endpoint}}\nlost: {to: s3, bucket: no-such, ${endpoint}}\n`,
  });
  const run = async (args: readonly string[], env = {}) => {
    const ran = await runDateline(['deploy', ...args, '--content', site.content, '--output', site.output], env);
    // Lines are broken where the folder of this run lets them.
    return { status: ran.status, stderr: ran.stderr.replace(/\s+/g, ' ').trim() };
  };
  expect((await run(['life'])).stderr).toContain('did you mean `live`?');
  expect((await run([])).stderr).toContain('one of live, lost');
  expect((await run(['live', '--rollback', '--forget'])).stderr).toContain('two different things');
  const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
  expect((await run(['live'], keys)).stderr).toContain('`npm run build` makes one');
  await site.build();
  expect(await run(['live'])).toMatchObject({
    status: 3,
    stderr: 'Not deployed: AWS_ACCESS_KEY_ID is not set in the environment.',
  });
  expect((await run(['live'], { ...keys, AWS_SECRET_ACCESS_KEY: 'wrong' })).stderr).toContain(
    'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID',
  );
  expect((await run(['lost'], keys)).stderr).toContain('there is no bucket of that name');
  await site.put({ 'deploy.yaml': 'live: {to: s3, bucket: Caps, password: secret}\nold: {to: ftp}\n' });
  const { status, stderr } = await run(['live']);
  expect(status).toBe(1);
  expect(stderr).toMatch(/deploy\.yaml:1:\d+ error value-invalid .*deploy\.yaml:1:\d+ error key-unknown /);
  expect(stderr).toContain('write `old.to` as: s3 or ssh');
}, 60_000);
