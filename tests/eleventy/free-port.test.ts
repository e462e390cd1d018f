import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../src/eleventy/free-port.ts';
import { openPreview } from '../browser/open-preview.ts';
import { article, SmallSite } from '../small-site.ts';

async function takenPort(): Promise<number> {
  const server = createServer().listen({ port: 0, host: 'localhost' });
  onTestFinished(async () => void server.close());
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

test('a port that is taken is not given, and a free one is', async () => {
  const taken = await takenPort();
  const free = await freePort(taken);
  expect(free).toBeGreaterThan(taken);
  expect(await freePort(free)).toBe(free);
  expect(await freePort(0)).toBeGreaterThan(0);
});

test('pages of a preview that had to move name the address at which they are', async () => {
  const taken = await takenPort();
  const url = await openPreview(await SmallSite.write({ 'articles/a.md': article() }), taken);
  expect(new URL(url).port).not.toBe(String(taken));
  const page = await (await fetch(`${url}2026/07/01/a/`)).text();
  expect(page).toContain(`<link rel="canonical" href="${url}2026/07/01/a/">`);
  expect(page).not.toContain(`:${taken}/`);
});
