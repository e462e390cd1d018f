import { fingerprint } from '../pages/fingerprint.ts';
import type { PageContext } from '../pages/page-context.ts';
import { MachineFile } from './machine-file.ts';

// Fifty articles with their pictures are some five megabytes on the reader's device.
const PAGES = 50;
const FILES = 200;

/**
 * `/sw.js`, where site.yaml says `offline: true`: keeps what was read readable without a network. With `offline: false`
 * the one that readers may still have is taken back; where nothing is said there is none.
 */
export function serviceWorkerFiles({ publication, base }: PageContext): readonly MachineFile[] {
  const { offline } = publication.site;
  if (offline === undefined) return [];
  return [new MachineFile('/sw.js', () => (offline ? worker(base.base) : RETIRED))];
}

const RETIRED = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('read-')) await caches.delete(name);
  await registration.unregister();
})()));
`;

function worker(base: string): string {
  const code = `const FOR_EVER = ['${base}/assets/', '${base}/img/'];
const LIMITS = { pages: ${PAGES}, files: ${FILES} };

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  for (const name of await caches.keys())
    if (name.startsWith('read-') && !name.startsWith(VERSION)) await caches.delete(name);
  await clients.claim();
})()));

// The page that registered this worker was loaded before it, so it says what it consists of.
addEventListener('message', (event) => event.waitUntil((async () => {
  for (const address of event.data.keep ?? []) {
    const url = new URL(address);
    if (url.origin !== location.origin) continue;
    const kind = isFile(url) ? 'files' : event.data.page === address ? 'pages' : undefined;
    if (kind && !(await caches.match(address, { ignoreSearch: true }))) await keep(kind, address, await fetch(address));
  }
})()));

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (isFile(url)) event.respondWith(file(request));
  else if (request.mode === 'navigate') event.respondWith(page(event));
});

function isFile(url) {
  return FOR_EVER.some((path) => url.pathname.startsWith(path));
}

// Its bytes never change under its name.
async function file(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  await keep('files', request, response.clone());
  return response;
}

// News is asked of the network; what was read before is for when there is none.
async function page(event) {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep('pages', event.request, response.clone()));
    return response;
  } catch {
    return (await caches.match(event.request, { ignoreSearch: true })) ?? Response.error();
  }
}

async function keep(kind, request, response) {
  if (!response.ok || response.redirected) return;
  const cache = await caches.open(VERSION + kind);
  // What was read last stands last, and the first goes when there are too many.
  await cache.delete(request);
  await cache.put(request, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - LIMITS[kind]))) await cache.delete(old);
}
`;
  return `const VERSION = 'read-${fingerprint(code)}-';\n${code}`;
}
