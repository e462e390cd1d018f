import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that no page of the site has, nor any that content could put into one. */
const NEVER = new Set(
  (
    'style iframe frame frameset object embed applet base noembed noframes plaintext xmp listing isindex marquee bgsound ' +
    'layer ilayer math svg foreignobject template slot portal fencedframe audio video track param keygen dialog'
  ).split(' '),
);
const ADDRESSES = new Set(
  'href src srcset cite poster action formaction background ping data longdesc xlink:href'.split(' '),
);
const LOADED = new Set(['src', 'srcset', 'poster', 'background', 'data', 'xlink:href']);
const SCHEMES = new Set('http: https: mailto: tel: sms: geo: xmpp: matrix:'.split(' '));
const HOME = 'https://test.example';

/** What runs script, loads from elsewhere or changes the page around it in a whole page of the site, as a browser's own parser sees it. */
export function findScriptInPage(markup: string): readonly string[] {
  return facts(parse(markup), true);
}

/** The same in markup that stands within a page: no script at all, no form, no link element, no meta. */
export function findScriptInPart(markup: string): readonly string[] {
  return facts(parseFragment(markup), false);
}

function facts(root: Node, isPage: boolean): readonly string[] {
  const found: string[] = [];
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if ('tagName' in node) found.push(...faultsOf(node, isPage));
    if ('content' in node) pending.push(node.content);
    if ('childNodes' in node) pending.push(...node.childNodes);
  }
  return found;
}

function faultsOf(element: Element, isPage: boolean): readonly string[] {
  const name = element.tagName.toLowerCase();
  const attributes = new Map(
    element.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]),
  );
  const found = [...attributes].flatMap(([key, value]) => faultsOfAttribute(name, key.toLowerCase(), value));
  // The search fills one of its own.
  if (NEVER.has(name) && !(isPage && attributes.has('data-result'))) found.push(`<${name}>`);
  if (!isPage && /^(?:script|link|meta|form|input|button|select|textarea|title|noscript|html|head|body)$/.test(name))
    found.push(`<${name}> within a text`);
  if (name === 'script' && isPage) found.push(...faultsOfScript(element, attributes));
  if (name === 'meta' && attributes.has('http-equiv'))
    found.push(`<meta http-equiv="${attributes.get('http-equiv')}">`);
  if (name === 'form' && !/^\/(?:[a-z]{2}\/)?search\/$/.test(attributes.get('action') ?? '')) found.push('<form>');
  return found;
}

function faultsOfScript(element: Element, attributes: ReadonlyMap<string, string>): readonly string[] {
  const text = element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  if (attributes.get('type') !== 'application/ld+json')
    return text === '' && /^\/assets\/scripts\/[\w.-]+$/.test(attributes.get('src') ?? '') ? [] : [`<script> ${text}`];
  try {
    JSON.parse(text);
    return [];
  } catch {
    return [`structured data that is no JSON: ${text.slice(0, 80)}`];
  }
}

function faultsOfAttribute(element: string, name: string, value: string): readonly string[] {
  const shown = `${element}[${name}="${value.slice(0, 80)}"]`;
  if (/^on|^(?:style|srcdoc|autofocus|is|nonce|http-equiv-x)$/.test(name)) return [shown];
  if (!ADDRESSES.has(name)) return [];
  const addresses = name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s/)[0] ?? '') : [value];
  return addresses.flatMap((address) => {
    const url = URL.parse(address, `${HOME}/2026/07/01/a/`);
    // What is no address at all leads nowhere.
    if (!url) return [];
    if (!SCHEMES.has(url.protocol)) return [shown];
    const loads = LOADED.has(name) || (element === 'link' && name === 'href');
    return loads && url.origin !== HOME && !(element === 'link') ? [`${shown} loads from elsewhere`] : [];
  });
}
