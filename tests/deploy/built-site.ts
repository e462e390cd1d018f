import { hash } from 'node:crypto';
import { headersOfFile } from '../../src/deploy/file-headers.ts';
import type { BuiltSite } from '../../src/deploy/read-output.ts';
import { releaseOf } from '../../src/deploy/release.ts';

/** A built site that lies nowhere: texts by file. */
export function builtSite(files: Readonly<Record<string, string>>): BuiltSite {
  const manifest = new Map(Object.entries(files).map(([file, text]) => [file, hashOf(text)]));
  const entries = [...manifest].map(
    ([file, hash]) => [file, { hash, headers: headersOfFile(file, {}, undefined) }] as const,
  );
  return {
    directory: '/nowhere',
    base: '/',
    manifest,
    release: releaseOf(new Map(entries)),
    read: async (file) => Buffer.from(files[file] ?? ''),
  };
}

/** A small newspaper: a front page with all articles, one page, picture and style for each, a feed. */
export function newspaper(articles: Readonly<Record<string, string>>, style = 'a'): Readonly<Record<string, string>> {
  const names = Object.keys(articles);
  const head = `<link rel="stylesheet" href="/assets/site.${hashOf(style)}.css">`;
  const files: Record<string, string> = {
    [`assets/site.${hashOf(style)}.css`]: style,
    'index.html': `${head}${names.map((name) => `<a href="/${name}/">${articles[name]}</a>`).join('')}`,
    'feed.xml': names.map((name) => `<link>/${name}/</link>`).join(''),
  };
  for (const name of names) {
    const picture = `img/${hashOf(`${articles[name]}`)}.webp`;
    files[picture] = `picture of ${articles[name]}`;
    files[`${name}/data.json`] = `${articles[name]}`;
    files[`${name}/index.html`] =
      `${head}<img src="/${picture}"><a href="/">home</a><object data="/${name}/data.json"></object>${articles[name]}`;
  }
  return files;
}

const hashOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);
