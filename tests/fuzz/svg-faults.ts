import { DOMParser, type Element } from '@xmldom/xmldom';

const ACTIVE = /^(?:script|foreignobject|iframe|object|embed|handler|listener|html|body|link|meta|base)$/;

/** What runs or loads in an SVG that counts as harmless. It is XML to a browser, since it is only ever served as a file of its own. */
export function faultsOfSvg(text: string): readonly string[] {
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
