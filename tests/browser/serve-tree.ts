import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { onTestFinished } from 'vitest';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

// As strict as a site can be that has a search: WebAssembly needs a word of its own.
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'";

/** Serves a built site on this machine alone until the test has finished. */
export async function serveTree(
  tree: ReadonlyMap<string, Buffer>,
): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    asked.push(address);
    const name = address.endsWith('/') ? `${address}index.html` : address;
    const bytes = tree.get(decodeURIComponent(name.slice(1)));
    response.writeHead(bytes ? 200 : 404, {
      'Content-Type': TYPES[path.posix.extname(name)] ?? 'application/octet-stream',
      'Content-Security-Policy': POLICY,
    });
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}
