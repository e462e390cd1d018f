import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { PreviewServer } from '../../src/eleventy/preview-server.ts';
import type { PreviewSite } from '../../src/eleventy/preview-site.ts';
import { SmallSite } from '../small-site.ts';

const PAGE = '<!doctype html><html lang="en"><head><title>Preview</title></head><body>A draft</body></html>';

interface Served {
  readonly port: number;
  readonly server: PreviewServer;
  /** What the site answers, once it is ready to. */
  readonly page: { body: string; ready: Promise<void> };
}

/** The server alone, over a site of one page. */
async function serve(): Promise<Served> {
  const folder = await SmallSite.write({ 'secret.txt': 'not published' });
  const page = { body: PAGE, ready: Promise.resolve() };
  const site = {
    diagnostics: [],
    headersFor: () => ({}),
    answer: async (address: string) => {
      const { body, ready } = page;
      await ready;
      return { status: address === '/' ? 200 : 404, type: 'text/html; charset=utf-8', body };
    },
  };
  const { promise, resolve } = Promise.withResolvers<string>();
  const server = new PreviewServer(site as unknown as PreviewSite, {
    port: 0,
    content: folder.content,
    onReady: resolve,
  });
  onTestFinished(() => server.close());
  await server.ready();
  return { port: Number(new URL(await promise).port), server, page };
}

/** The status of a request as it is written, `..` and all; its text beside it. */
function ask(port: number, target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, 'localhost', () => {
      socket.end(`GET ${target} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
    });
    socket.setEncoding('utf8').on('data', (text) => {
      answer += text;
    });
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

test('no path leads to a file: what is no page of the site is not found', async () => {
  const { port } = await serve();
  for (const path of [
    '/../package.json',
    '/../../../../etc/passwd',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/package.json',
    '/node_modules/vitest/package.json',
    '/content/secret.txt',
    '/secret.txt',
    '/.git/config',
    '//etc/passwd',
    '/%00',
    '/.11ty/../package.json',
    'http://elsewhere.example/package.json',
  ]) {
    const answer = await ask(port, path);
    expect([path, /^HTTP\/1\.1 (?:404|400) /.test(answer)]).toEqual([path, true]);
    expect(answer).not.toMatch(/"name": "|not published|root:|\[core\]/);
  }
  expect(await ask(port, '/')).toMatch(/^HTTP\/1\.1 200 /);
});

interface Listener {
  readonly status: number | undefined;
  /** What has been heard so far. */
  readonly heard: () => string;
}

/** Listens as an open page does. */
function listen(port: number, origin?: string): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const headers = {
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
      ...(origin === undefined ? {} : { Origin: origin }),
    };
    const asked = request({ port, host: 'localhost', path: '/', headers }, (response) => {
      response.resume();
      resolve({ status: response.statusCode, heard: () => '' });
    });
    asked.on('upgrade', (response, socket: Socket, head: Buffer) => {
      let heard = head.toString();
      socket.on('data', (chunk) => {
        heard += String(chunk);
      });
      onTestFinished(() => void socket.destroy());
      resolve({ status: response.statusCode, heard: () => heard });
    });
    asked.on('error', reject).end();
  });
}

test('an open page of another site hears nothing of what is written', async () => {
  const { port } = await serve();
  expect((await listen(port, 'https://evil.example')).status).toBe(401);
  expect((await listen(port, 'http://localhost.evil.example')).status).toBe(401);
  expect((await listen(port, `http://localhost:${port}`)).status).toBe(101);
});

test('a page that a save overtook on its way hears of it as soon as it listens, whoever else does', async () => {
  const { port, server, page } = await serve();
  await ask(port, '/');
  const first = await listen(port);
  await ask(port, '/');
  page.body = PAGE.replace('A draft', 'A better draft');
  await server.update();
  await expect.poll(first.heard).toContain('A better draft');
  const overtaken = await listen(port);
  await expect.poll(overtaken.heard).toContain('A better draft');
});

test('a page that no save overtook is left alone', async () => {
  const { port, server } = await serve();
  await ask(port, '/');
  await server.update();
  const first = await listen(port);
  await expect.poll(first.heard).toContain('eleventy.reload');
  await ask(port, '/');
  const second = await listen(port);
  await expect.poll(second.heard).toContain('connected');
  await ask(port, '/');
  expect(second.heard()).not.toContain('eleventy.reload');
});

test('of two states sent at once the newer one is heard last', async () => {
  const { port, server, page } = await serve();
  await ask(port, '/');
  const { heard } = await listen(port);
  const waiting = Promise.withResolvers<void>();
  page.ready = waiting.promise;
  page.body = PAGE.replace('A draft', 'The older state');
  const older = server.update();
  page.ready = Promise.resolve();
  await new Promise(setImmediate);
  page.body = PAGE.replace('A draft', 'The newer state');
  const newer = server.update();
  await new Promise(setImmediate);
  waiting.resolve();
  await Promise.all([older, newer]);
  await expect.poll(heard).toContain('The older state');
  await expect.poll(heard).toContain('The newer state');
  expect(heard().lastIndexOf('The newer state')).toBeGreaterThan(heard().lastIndexOf('The older state'));
});
