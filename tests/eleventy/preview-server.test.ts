import { request } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { PreviewServer } from '../../src/eleventy/preview-server.ts';
import type { PreviewSite } from '../../src/eleventy/preview-site.ts';
import { SmallSite } from '../small-site.ts';

const PAGE = '<!doctype html><html lang="en"><head><title>Preview</title></head><body>A draft</body></html>';

/** The server alone, over a site of one page; what it asks the site for is kept in `asked`. */
async function serve(): Promise<{ readonly port: number; readonly asked: string[] }> {
  const folder = await SmallSite.write({ 'secret.txt': 'not published' });
  const asked: string[] = [];
  const site = {
    diagnostics: [],
    headersFor: () => ({}),
    answer: async (address: string) => {
      asked.push(address);
      return { status: address === '/' ? 200 : 404, type: 'text/html; charset=utf-8', body: PAGE };
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
  return { port: Number(new URL(await promise).port), asked };
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

test('an open page of another site hears nothing of what is written', async () => {
  const { port } = await serve();
  const opened = (origin: string | undefined): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
        ...(origin === undefined ? {} : { Origin: origin }),
      };
      const asked = request({ port, host: 'localhost', path: '/', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      asked.on('upgrade', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode);
      });
      asked.on('error', reject).end();
    });
  expect(await opened('https://evil.example')).toBe(401);
  expect(await opened('http://localhost.evil.example')).toBe(401);
  expect(await opened(`http://localhost:${port}`)).toBe(101);
});
