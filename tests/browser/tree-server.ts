import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { type HeaderRule, headersFor } from '../../src/metadata/response-headers.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpeg': 'image/jpeg',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const TEXT = /\.(?:html|css|js|json|txt|svg)$/;

export interface TreeServer {
  readonly url: string;
  /** Every path that was asked for, in order, and those that nothing stands at. */
  readonly asked: string[];
  readonly missed: string[];
  close(): Promise<void>;
}

/**
 * Serves a built site on this machine alone, with the headers of its own `_headers`. `base` is the path under which it was
 * built: nothing else answers. With `compress` texts travel as a host would send them.
 */
export async function startTreeServer(
  tree: ReadonlyMap<string, Buffer>,
  { base = '', compress = false }: { base?: string; compress?: boolean } = {},
): Promise<TreeServer> {
  const asked: string[] = [];
  const missed: string[] = [];
  const packed = new Map<string, Buffer>();
  const rules = readHeaders(tree.get('_headers')?.toString() ?? '');
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://localhost').pathname;
    asked.push(address);
    const name = address.endsWith('/') ? `${address}index.html` : address;
    const bytes = name.startsWith(`${base}/`) ? tree.get(decodeURIComponent(name.slice(base.length + 1))) : undefined;
    if (!bytes) missed.push(address);
    const packs = bytes !== undefined && compress && TEXT.test(name);
    if (packs && !packed.has(name)) packed.set(name, brotliCompressSync(bytes));
    response.writeHead(bytes ? 200 : 404, {
      'Content-Type': TYPES[path.posix.extname(name)] ?? 'application/octet-stream',
      ...(packs ? { 'Content-Encoding': 'br' } : {}),
      ...headersFor(address, rules),
    });
    response.end(packs ? packed.get(name) : bytes);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, missed, close };
}

/** The rules of a `_headers` file. */
export function readHeaders(text: string): readonly HeaderRule[] {
  return text
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const [path = '', ...lines] = block.trimEnd().split('\n');
      // A line that drops a header says nothing of its own.
      const own = lines.filter((line) => !line.startsWith('  ! '));
      const pairs = own.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) ?? []);
      return { path, headers: Object.fromEntries(pairs) as Record<string, string> };
    });
}
