import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { BuiltSite } from '../deploy/read-output.ts';
import { OutputDirectory } from '../eleventy/output-directory.ts';
import { type MirroredSite, relativeAddress } from './relative-address.ts';
import { relativePage } from './relative-page.ts';

// What speaks to hosts and to browsers with a server.
const LEFT_OUT = /^(?:_headers|_redirects|_gone|sw\.js|admin\/.*)$/;

/**
 * Writes a copy of a built site that works from a disk, below any path and on any host: every address in it is relative.
 * It is put in place whole or not at all. Returns its files.
 * @throws ForeignOutputError when the directory holds anything else.
 */
export async function writeMirror(site: BuiltSite, directory: string): Promise<readonly string[]> {
  const mirrored: MirroredSite = { base: site.base, has: (file) => site.manifest.has(file) };
  const policy = await policyOf(site);
  const output = await OutputDirectory.open(directory);
  try {
    const modules = new Set<string>();
    const files = [...site.manifest.keys()].filter((file) => !LEFT_OUT.test(file)).sort();
    const put = async (file: string, bytes: Buffer): Promise<void> => {
      await writeFile(output.make(file), bytes);
      output.enter(file, hash('sha256', bytes, 'base64url').slice(0, 22));
    };
    for (const file of files.filter((one) => !one.endsWith('.js'))) {
      const bytes = await site.read(file);
      const text = textFor(file, bytes, mirrored, policy, modules);
      await put(file, text === undefined ? bytes : Buffer.from(text));
    }
    // Pages have said by now which scripts they load as modules.
    for (const file of files.filter((one) => one.endsWith('.js'))) {
      const bytes = await site.read(file);
      await put(file, modules.has(file) ? Buffer.from(withoutModule(bytes.toString())) : bytes);
    }
    await output.commit();
    return files;
  } catch (error) {
    await output.discard();
    throw error;
  }
}

function textFor(
  file: string,
  bytes: Buffer,
  site: MirroredSite,
  policy: string | undefined,
  modules: Set<string>,
): string | undefined {
  const relative = (address: string): string => relativeAddress(address, file, site);
  if (file.endsWith('.html')) {
    const page = relativePage(bytes.toString(), file, site, policy);
    for (const module of page.modules) modules.add(module);
    return page.text;
  }
  if (file.endsWith('.css'))
    return bytes
      .toString()
      .replace(/(url\(\s*["']?)(\/[^"')\s]*)/g, (_, before, address) => before + relative(address));
  // The text of a feed is for its readers elsewhere, whose programs want whole addresses; only its style lies beside it.
  if (file.endsWith('.xml'))
    return bytes
      .toString()
      .replace(/(<\?xml-stylesheet[^>]*href=")([^"]*)/g, (_, before, address) => before + relative(address));
  if (file === 'manifest.webmanifest')
    return bytes
      .toString()
      .replace(/(:\s*")(\/[^"]*)(")/g, (_, before, address, end) => before + relative(address) + end);
  return undefined;
}

// Strict and with names of its own, as a module is.
const withoutModule = (script: string): string => `(() => {\n'use strict';\n${script}})();\n`;

/** The policy of `_headers` as a page can carry it: the disk is an origin of its own, and nobody frames a file. */
async function policyOf(site: BuiltSite): Promise<string | undefined> {
  if (!site.manifest.has('_headers')) return undefined;
  const policy = /^\s+Content-Security-Policy: (.*)$/m.exec((await site.read('_headers')).toString())?.[1];
  return policy
    ?.replaceAll("'self'", "'self' file:")
    .split('; ')
    .filter((directive) => !/^(?:frame-ancestors|manifest-src|worker-src 'none')/.test(directive))
    .join('; ');
}
