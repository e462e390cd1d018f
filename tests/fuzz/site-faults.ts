import { parseXml, textsOf } from '../feeds/machine-workshop.ts';
import type { RenderedSite } from './attacked-site.ts';
import { findScriptInPage, findScriptInPart } from './find-script.ts';

/** What is wrong with any page or machine file of a site, by address. */
export function faultsOfSite({ pages, machines }: Pick<RenderedSite, 'pages' | 'machines'>): readonly string[] {
  return [
    ...[...pages].flatMap(([address, markup]) => at(address, findScriptInPage(markup))),
    ...[...machines].flatMap(([address, text]) => at(address, faultsOfMachineFile(address, text))),
  ];
}

const at = (address: string, faults: readonly string[]): readonly string[] =>
  faults.map((fault) => `${address}: ${fault}`);

function faultsOfMachineFile(address: string, text: string): readonly string[] {
  if (address.endsWith('.xml')) return faultsOfXml(text);
  if (/\.(?:json|webmanifest)$/.test(address)) return faultsOfJson(text);
  if (address.endsWith('.html'))
    return findScriptInPage(text).filter((fault) => !fault.startsWith('<meta http-equiv="refresh"'));
  if (address === '/_redirects')
    return text.split('\n').filter((line) => line !== '' && !/^\/\S* (?:\/|https?:\/\/)\S* \d{3}$/.test(line));
  return [];
}

function faultsOfXml(text: string): readonly string[] {
  try {
    const document = parseXml(text);
    const items = Array.from(document.getElementsByTagName('item'));
    const markup = [
      ...textsOf(document, 'content:encoded'),
      ...items.flatMap((item) =>
        Array.from(item.getElementsByTagName('description'), (text) => text.textContent ?? ''),
      ),
      ...['content', 'summary', 'title'].flatMap((name) =>
        Array.from(document.getElementsByTagName(name))
          .filter((element) => element.getAttribute('type') === 'html')
          .map((element) => element.textContent ?? ''),
      ),
    ];
    const links = ['link', 'guid', 'loc', 'image:loc'].flatMap((name) => textsOf(document, name));
    return [
      ...markup.flatMap((part) => findScriptInPart(part)),
      ...links.filter((link) => link.trim() !== '' && !/^(?:https?:|tag:|urn:)/.test(link.trim())),
    ];
  } catch (error) {
    return [`not well-formed: ${String(error)}`];
  }
}

function faultsOfJson(text: string): readonly string[] {
  const found: string[] = [];
  JSON.parse(text, (key, value: unknown) => {
    if (typeof value === 'string' && /html$/i.test(key)) found.push(...findScriptInPart(value));
    if (
      typeof value === 'string' &&
      /^(?:url|external_url|canonical|image)$/.test(key) &&
      /^\s*(?:javascript|data|vbscript):/i.test(value)
    )
      found.push(`${key}: ${value}`);
    return value;
  });
  return found;
}
