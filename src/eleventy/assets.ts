import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SafeUrl } from '../html/safe-url.ts';
import { hrefOf, type SiteBase } from '../pages/site-path.ts';

export interface Asset {
  /** Path below assets/: `styles/article.css`. */
  readonly name: string;
  /** Address with the content's hash in its name: `/assets/styles/site.3fa9c1d2.css`. */
  readonly address: string;
  readonly bytes: Buffer;
}

const IMPORT = /^@import (["'])\.\/([\w-]+\.css)\1;\n/gm;
const REFERENCE = /(url\(\s*["']?|(?:from|import)\s*\(?\s*["'])(\.{1,2}\/[^"')?#\s]+)/g;

/**
 * The files of assets/ under names that change with their content, references between them included. Sorted by name. A
 * style sheet holds what it imports from its own folder, and what is imported is no file of its own: a page asks for one.
 */
export async function readAssets(directory: string): Promise<readonly Asset[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  const known = new Set(names);
  const finished = new Map<string, Promise<Asset>>();
  const finish = (name: string, users: readonly string[]): Promise<Asset> => {
    const asset = finished.get(name) ?? read(name, users);
    finished.set(name, asset);
    return asset;
  };
  const read = async (name: string, users: readonly string[]): Promise<Asset> => {
    let bytes: Buffer = await readFile(path.join(directory, name));
    if (/\.(?:css|js|mjs)$/.test(name)) {
      const text = name.endsWith('.css') ? await withImports(name) : bytes.toString('utf8');
      const referred = new Map<string, string>();
      for (const [, , reference = ''] of text.matchAll(REFERENCE)) {
        const target = path.posix.join(path.posix.dirname(name), reference);
        if (!known.has(target) || users.includes(target) || target === name) continue;
        const { address } = await finish(target, [...users, name]);
        referred.set(reference, path.posix.relative(path.posix.dirname(`/assets/${name}`), address));
      }
      bytes = Buffer.from(
        text.replace(REFERENCE, (whole, before: string, reference: string) => {
          const address = referred.get(reference);
          return address === undefined ? whole : before + (address.startsWith('.') ? address : `./${address}`);
        }),
      );
    }
    return { name, address: addressOf(name, bytes), bytes };
  };
  const parts = new Set<string>();
  const withImports = async (name: string, users: readonly string[] = []): Promise<string> => {
    const text = await readFile(path.join(directory, name), 'utf8');
    const imported = new Map<string, string>();
    for (const [whole, , file = ''] of text.matchAll(IMPORT)) {
      const part = path.posix.join(path.posix.dirname(name), file);
      if (!known.has(part) || users.includes(part) || part === name) continue;
      parts.add(part);
      imported.set(whole, await withImports(part, [...users, name]));
    }
    return text.replace(IMPORT, (whole) => imported.get(whole) ?? whole);
  };
  const assets = await Promise.all(names.sort().map((name) => finish(name, [])));
  return assets.filter(({ name }) => !parts.has(name));
}

/** Addresses by name, for the layouts. */
export function assetAddresses(assets: readonly Asset[], base: SiteBase): Readonly<Record<string, SafeUrl>> {
  return Object.fromEntries(assets.map(({ name, address }) => [name, hrefOf(address, base)]));
}

/** What a browser compares a file with before it uses it (W3C Subresource Integrity), by name, for the layouts. */
export function assetIntegrity(assets: readonly Asset[]): Readonly<Record<string, string>> {
  return Object.fromEntries(assets.map(({ name, bytes }) => [name, integrityOf(bytes)]));
}

export function integrityOf(bytes: Buffer): string {
  return `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
}

/** Whether an address is that of a style sheet that articles are shown with. */
export function isStyleOfArticles(address: string): boolean {
  return /\/assets\/(?:styles\/article|theme)\.\w+\.css$/.test(address);
}

/** A file that is made and not read, under an address as theirs. */
export function madeAsset(name: string, text: string): Asset {
  const bytes = Buffer.from(text);
  return { name, address: addressOf(name, bytes), bytes };
}

function addressOf(name: string, bytes: Buffer): string {
  const { dir, name: stem, ext } = path.posix.parse(name);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return path.posix.join('/assets', dir, `${stem}.${hash}${ext}`);
}
