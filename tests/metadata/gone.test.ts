import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ContentReader } from '../../src/content/content-reader.ts';
import { PreviewSite } from '../../src/eleventy/preview-site.ts';
import { article, NOW, SmallSite } from '../small-site.ts';

const FILES = {
  'articles/boats.md': article(),
  'gone.yaml': '/2026/07/01/ferries/: Sued & <b>lost</b>.\n/2020/новини/: Помилка.\n/old%20page.html: Wrong.\n',
};
const WITHDRAWN = 'This page was withdrawn';

test('what was withdrawn is listed for servers, as they compare addresses; what they could misread is left out', async () => {
  const site = await SmallSite.write(FILES);
  const tree = await site.build();
  expect(String(tree.get('_gone'))).toBe('/2020/новини/ 1;\n/2026/07/01/ferries/ 1;\n');
  expect(tree.has('old page.html')).toBe(true);
  const below = await site.build({ baseUrl: 'https://test.example/a/b/' });
  expect(String(below.get('_gone'))).toContain('/a/b/2026/07/01/ferries/ 1;\n');
  await site.remove('gone.yaml');
  expect((await site.build()).has('_gone')).toBe(false);
});

test('the preview answers with 410 and the reason', async () => {
  const site = await SmallSite.write(FILES);
  const preview = new PreviewSite({
    content: site.content,
    assets: path.join(import.meta.dirname, '../../assets'),
    cache: path.join(site.folder, 'cache'),
    now: NOW,
    jobs: 1,
    reader: new ContentReader(1),
    purpose: 'preview',
  });
  expect(await preview.refresh()).toBe(true);
  for (const address of ['/2026/07/01/ferries/', '/2026/07/01/ferries', '/2020/новини/', '/old page.html'])
    expect(await preview.answer(address)).toMatchObject({ status: 410, body: expect.stringContaining(WITHDRAWN) });
  expect(await preview.answer('/2026/07/01/boats/')).toMatchObject({ status: 200 });
  expect(await preview.answer('/2026/07/01/other/')).toMatchObject({ status: 404 });
});

test('nginx, told what the documentation says, answers with 410 and the page', async ({ skip }) => {
  if (!existsSync('/usr/sbin/nginx')) return skip(missing('nginx'));
  const { site, port } = await builtSite();
  const [map = '', server = ''] = (await snippet('nginx', site)).split(/(?=^server \{)/m);
  const file = path.join(site.folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${site.folder}/${name};`)
    .join(' ');
  await writeFile(
    file,
    `pid ${site.folder}/nginx.pid; error_log ${site.folder}/error.log; user root; daemon off; events {}
http { access_log off; ${temporary} include /etc/nginx/mime.types;
${map}${server.replace('server {', `server {\n listen 127.0.0.1:${port};`)} }`,
  );
  await expectGone(port, ['/usr/sbin/nginx', '-e', `${site.folder}/error.log`, '-c', file]);
});

test('Apache, told what the documentation says, answers with 410 and the page', async ({ skip }) => {
  if (!existsSync('/usr/sbin/apache2')) return skip(missing('Apache'));
  const { site, port } = await builtSite();
  execFileSync('chmod', ['755', site.folder]);
  const file = path.join(site.folder, 'apache.conf');
  const modules = ['authz_core', 'dir', 'mime', 'headers', 'rewrite', 'mpm_event'].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
  );
  await writeFile(
    file,
    `${modules.join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
User www-data
Group www-data
PidFile ${site.folder}/apache.pid
ErrorLog ${site.folder}/error.log
TypesConfig /etc/mime.types
DocumentRoot ${site.output}
DirectoryIndex index.html
${await snippet('Apache', site)}`,
  );
  await expectGone(port, ['/usr/sbin/apache2', '-X', '-f', file]);
});

function missing(name: string): string {
  process.stderr.write(`${name} is not installed here: its snippet is not tried.\n`);
  return name;
}

async function builtSite(): Promise<{ readonly site: SmallSite; readonly port: number }> {
  const site = await SmallSite.write(FILES);
  await site.build();
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return { site, port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}

async function snippet(server: string, site: SmallSite): Promise<string> {
  const docs = await readFile(path.join(import.meta.dirname, '../../docs/hosting.md'), 'utf8');
  const text =
    docs
      .split(`\n## ${server}\n`)[1]
      ?.split('```')[1]
      ?.replace(/^\w+\n/, '') ?? '';
  return text.replaceAll('/var/www/site', site.output);
}

async function expectGone(port: number, [command = '', ...args]: readonly string[]): Promise<void> {
  const server = spawn(command, args, { stdio: 'inherit' });
  onTestFinished(async () => {
    if (server.exitCode !== null) return;
    server.kill('SIGTERM');
    await once(server, 'exit');
  });
  const ask = async (address: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${address}`);
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  await expect
    .poll(
      () =>
        ask('/2026/07/01/boats/').then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 10_000 },
    )
    .toBe(200);
  for (const address of [
    '/2026/07/01/ferries/',
    '/2026/07/01/ferries',
    '/2020/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8/',
  ]) {
    const { status, text, headers } = await ask(address);
    expect([address, status]).toEqual([address, 410]);
    expect(text).toContain(WITHDRAWN);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-type')).toContain('text/html');
  }
  expect(await ask('/2026/07/01/other/')).toMatchObject({ status: 404 });
}
