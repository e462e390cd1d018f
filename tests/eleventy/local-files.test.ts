import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { LocalDesk } from '../../src/eleventy/local-desk.ts';
import { LocalFiles, RefusedError } from '../../src/eleventy/local-files.ts';
import { article, SmallSite } from '../small-site.ts';

const NEW = Buffer.from('new');

async function siteWithFiles() {
  const site = await SmallSite.write({ 'articles/2026/07/ferries.md': article() });
  return { site, files: new LocalFiles(site.content) };
}

describe('the files of the desk', () => {
  test('are those of the content folder, hidden ones left out, texts with their text', async () => {
    const { site, files } = await siteWithFiles();
    await site.put({ '.secret': 'x', 'images/a.png': 'x' });
    const list = await files.list();
    expect(list.map(({ path: name }) => name)).toEqual([
      'content/articles/2026/07/ferries.md',
      'content/images/a.png',
      'content/site.yaml',
    ]);
    expect(list[0]).toMatchObject({ text: article(), tag: expect.stringMatching(/^"[0-9a-f]{32}"$/) });
    expect(list[1]).not.toHaveProperty('text');
  });

  test('are written whole, into folders that come and go with them', async () => {
    const { site, files } = await siteWithFiles();
    const { tag } = await files.write('articles/2027/01/new.md', NEW, undefined);
    expect(await readFile(path.join(site.content, 'articles/2027/01/new.md'), 'utf8')).toBe('new');
    await files.remove('articles/2027/01/new.md', tag);
    await expect(readFile(path.join(site.content, 'articles/2027'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('are not written over by who has not seen what stands there', async () => {
    const { files } = await siteWithFiles();
    const name = 'articles/2026/07/ferries.md';
    await expect(files.write(name, NEW, undefined)).rejects.toMatchObject({ status: 412 });
    await expect(files.write(name, NEW, '"another"')).rejects.toMatchObject({ status: 412 });
    await expect(files.remove(name, '"another"')).rejects.toMatchObject({ status: 412 });
    await expect(files.write('gone.md', NEW, '"once"')).rejects.toMatchObject({ status: 412 });
    const [{ tag } = {}] = await files.list();
    expect(await files.write(name, NEW, tag)).toMatchObject({ text: 'new' });
  });

  test.each([
    '../site.md',
    'articles/../../out.md',
    '/etc/passwd.md',
    'articles//a.md',
    '.git/config.md',
    'articles/.hidden.md',
    'articles\\..\\..\\a.md',
    'C:/a.md',
    'link/a.md',
    'linked.md',
  ])('do not lie outside of the folder, nor hide: %s', async (name) => {
    const { site, files } = await siteWithFiles();
    await mkdir(path.join(site.folder, 'outside'));
    await writeFile(path.join(site.folder, 'outside/target.md'), 'x');
    await symlink(path.join(site.folder, 'outside'), path.join(site.content, 'link'));
    await symlink(path.join(site.folder, 'outside/target.md'), path.join(site.content, 'linked.md'));
    await expect(files.write(name, NEW, '*')).rejects.toThrow(RefusedError);
    await expect(files.read(name)).rejects.toThrow(RefusedError);
    expect(await readFile(path.join(site.folder, 'outside/target.md'), 'utf8')).toBe('x');
  });

  test.each(['script.js', 'articles/a.html', 'run.sh', 'noending'])(
    'are texts, pictures and documents: not %s',
    async (name) => {
      const { files } = await siteWithFiles();
      await expect(files.write(name, NEW, undefined)).rejects.toMatchObject({ status: 415 });
    },
  );
});

describe('a request to write', () => {
  test.each([
    ['another port of this machine', 'http://localhost:9999', 403],
    ['no page', undefined, 403],
    ['the desk itself', 'http://localhost:8080', 200],
  ])('that comes from %s', async (_, origin, status) => {
    const { site } = await siteWithFiles();
    const desk = new LocalDesk(site.content, () => []);
    const request = Object.assign(Readable.from([NEW]), {
      method: 'PUT',
      headers: { host: 'localhost:8080', 'if-none-match': '*', ...(origin === undefined ? {} : { origin }) },
    });
    const response = { statusCode: 0, setHeader: () => undefined, end: () => undefined };
    const address = '/admin/files/content/articles/new.md';
    await desk.answer(address, request as unknown as IncomingMessage, response as unknown as ServerResponse);
    expect(response.statusCode).toBe(status);
  });
});
