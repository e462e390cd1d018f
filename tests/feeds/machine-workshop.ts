import { DOMParser, type Document } from '@xmldom/xmldom';
import type { SiteOptions } from '../../src/eleventy/check-site.ts';
import type { PreparedSite } from '../../src/eleventy/prepare-site.ts';
import { MachineFile } from '../../src/metadata/machine-file.ts';
import { type Files, SITE_YAML, SmallSite } from '../small-site.ts';

/** What a small site writes for machines. */
export interface Machines {
  readonly site: PreparedSite;
  /** By address. */
  readonly files: ReadonlyMap<string, string>;
  /** Fails where there is no such file. */
  readonly text: (address: string) => string;
}

export async function machinesOf(files: Files, options: Partial<SiteOptions> = {}): Promise<Machines> {
  const site = await SmallSite.write(files);
  return prepared(site, options);
}

export async function prepared(small: SmallSite, options: Partial<SiteOptions> = {}): Promise<Machines> {
  const { site, diagnostics } = await small.prepare(options);
  if (!site) throw new Error(diagnostics.map((d) => `${d.file}:${d.line} ${d.code} ${d.message}`).join('\n'));
  const files = new Map(
    site.files.flatMap((file) => (file instanceof MachineFile ? [[file.address, file.text()] as const] : [])),
  );
  const text = (address: string): string => {
    const found = files.get(address);
    if (found === undefined) throw new Error(`there is no ${address}, only ${[...files.keys()].join(' ')}`);
    return found;
  };
  return { site, files, text };
}

/** The document of a text that a strict parser accepts. */
export function parseXml(text: string): Document {
  return new DOMParser({
    onError: (level, message) => {
      // U+FFFD is a character like any other; the parser only wonders at it.
      if (!message.startsWith('Unicode replacement character')) throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(text, 'application/xml');
}

/** What the elements of a name say, wherever they stand. */
export function textsOf(document: Document, name: string): readonly string[] {
  return Array.from(document.getElementsByTagName(name), (element) => element.textContent ?? '');
}

export const IN_TWO_LANGUAGES = `${SITE_YAML}languages: [en, uk]\n`;

export const author = (name: string): string => `---\nname: ${name}\nrole: Reporter\n---\nWrites.\n`;
