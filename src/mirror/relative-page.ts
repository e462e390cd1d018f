import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type MirroredSite, relativeAddress } from './relative-address.ts';

export interface RelativePage {
  readonly text: string;
  /** Files of the scripts that were modules, which no browser loads from a disk. */
  readonly modules: readonly string[];
}

type Element = DefaultTreeAdapterTypes.Element;
type Edit = readonly [start: number, end: number, text: string];

const ADDRESSES = new Set(['href', 'src', 'poster', 'action', 'formaction', 'data', 'xlink:href']);
const LISTS = new Set(['srcset', 'imagesrcset']);

/**
 * A page with addresses that hold wherever its folder lies, and otherwise the same bytes. `policy` is a
 * Content-Security-Policy for the page itself, because a mirror has no server that could send one.
 */
export function relativePage(html: string, file: string, site: MirroredSite, policy: string | undefined): RelativePage {
  const edits: Edit[] = [];
  const modules: string[] = [];
  const relative = (address: string): string => relativeAddress(address, file, site);

  const walk = (element: Element): void => {
    const place = element.sourceCodeLocation;
    if (place && isForServersOnly(element)) {
      edits.push([place.startOffset, place.endOffset + (html[place.endOffset] === '\n' ? 1 : 0), '']);
      return;
    }
    const module = element.tagName === 'script' && attribute(element, 'type') === 'module';
    if (module) modules.push(fileOf(attribute(element, 'src') ?? '', site));
    for (const { name, prefix, value } of element.attrs) {
      const named = prefix ? `${prefix}:${name}` : name;
      const at = place?.attrs?.[named];
      // A disk is no origin that could vouch for a file, and the files themselves are others here.
      if (at && name === 'integrity') edits.push([at.startOffset - 1, at.endOffset, '']);
      const text = module && name === 'type' ? 'defer' : changed(element, named, value, relative);
      if (at && text !== undefined) edits.push([at.startOffset, at.endOffset, text]);
    }
    if (element.tagName === 'meta' && attribute(element, 'charset') !== undefined && place && policy !== undefined)
      edits.push([
        place.endOffset,
        place.endOffset,
        `\n<meta http-equiv="Content-Security-Policy" content="${quoted(policy)}">`,
      ]);
  };
  each(parse(html, { sourceCodeLocationInfo: true }), walk);

  edits.sort(([a], [b]) => b - a);
  return {
    text: edits.reduce((text, [start, end, put]) => text.slice(0, start) + put + text.slice(end), html),
    modules,
  };
}

/** The attribute as it has to be written, if it has to be another. */
function changed(
  element: Element,
  name: string,
  value: string,
  relative: (address: string) => string,
): string | undefined {
  let next = value;
  if (ADDRESSES.has(name)) next = relative(value);
  else if (LISTS.has(name)) next = value.replace(/(^|,\s*)(\/\S*)/g, (_, before, one) => before + relative(one));
  else if (name === 'data-bundles') next = value.replace(/\S+/g, (one) => relative(one).replace(/index\.html$/, ''));
  else if (name === 'content' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh')
    next = value.replace(/(url=)(.*)$/i, (_, before, one) => before + relative(one));
  return next === value ? undefined : `${name}="${quoted(next)}"`;
}

// A worker needs a server, and browsers fetch a manifest or a font in advance from none but one.
function isForServersOnly(element: Element): boolean {
  if (element.tagName === 'script') return attribute(element, 'data-worker') !== undefined;
  const rel = element.tagName === 'link' ? attribute(element, 'rel') : undefined;
  return rel === 'manifest' || (rel === 'preload' && attribute(element, 'as') === 'font');
}

function fileOf(address: string, { base }: MirroredSite): string {
  return decodeURI(address.startsWith(base) ? address.slice(base.length) : address);
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function each(node: DefaultTreeAdapterTypes.Node, visit: (element: Element) => void): void {
  if ('tagName' in node) visit(node);
  if ('childNodes' in node) for (const child of node.childNodes) each(child, visit);
  if ('content' in node) each(node.content, visit);
}

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
