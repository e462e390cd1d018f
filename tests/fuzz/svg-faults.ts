import { DOMParser, type Element } from '@xmldom/xmldom';
import { findScriptInPart } from './find-script.ts';

const ACTIVE = /^(?:script|foreignobject|iframe|object|embed|handler|listener|html|body|link|meta|base)$/;

/** What runs or loads in an SVG that counts as harmless, both as XML and as a browser's HTML parser reads it. */
export function faultsOfSvg(text: string): readonly string[] {
  // Whatever is markup of SVG is fine here; everything else is judged as in a page.
  const asHtml = findScriptInPart(text).filter(
    (fault) => !/^<(?:svg|style|title|template)>|^\w+\[(?:style|xlink:href)="|^<title> within/.test(fault),
  );
  return [...asHtml, ...faultsOfXml(text)];
}

function faultsOfXml(text: string): readonly string[] {
  let elements: readonly Element[];
  try {
    const document = new DOMParser({ onError: () => undefined }).parseFromString(
      text.replace(/^\ufeff/, ''),
      'image/svg+xml',
    );
    elements = Array.from(document.getElementsByTagName('*'));
  } catch {
    // A browser shows nothing of XML that is not well-formed; sharp refuses it too.
    return [];
  }
  return elements.flatMap((element) => [
    ...(ACTIVE.test((element.localName ?? '').toLowerCase()) ? [`<${element.tagName}>`] : []),
    ...Array.from(element.attributes).flatMap(({ name, value }) => {
      const local = name.slice(name.indexOf(':') + 1).toLowerCase();
      if (local.startsWith('on')) return [`${element.tagName}[${name}]`];
      if ((local === 'href' || local === 'src') && !/^\s*(?:#|$|data:image\/(?:png|jpe?g|gif|webp|avif);)/i.test(value))
        return [`${element.tagName}[${name}="${value}"]`];
      return [];
    }),
  ]);
}
