import { type DefaultTreeAdapterTypes, parse } from 'parse5';

export interface PageFacts {
  /** Every address that the page names: links, pictures, styles, scripts, forms, where it leads on. */
  readonly addresses: readonly string[];
  /** What there is to read. */
  readonly text: string;
  readonly leadsOn: boolean;
}

const ADDRESSES = /^(?:href|src|poster|action|formaction|data|xlink:href)$/;

/** What a page says and leads to, read by the parser that browsers agree on. */
export function factsOf(html: string): PageFacts {
  const addresses: string[] = [];
  const texts: string[] = [];
  let leadsOn = false;
  const walk = (node: DefaultTreeAdapterTypes.Node): void => {
    if (node.nodeName === '#text') texts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if ('attrs' in node) {
      for (const { name, value } of node.attrs) {
        if (ADDRESSES.test(name)) addresses.push(value);
        if (name === 'srcset' || name === 'imagesrcset')
          addresses.push(...value.split(',').map((one) => one.trim().split(/\s/)[0] ?? ''));
        if (name === 'data-bundles') addresses.push(...value.split(' ').map((one) => `${one}pagefind-entry.json`));
        if (name === 'content' && /^\d+; url=/.test(value)) {
          leadsOn = true;
          addresses.push(value.replace(/^\d+; url=/, ''));
        }
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(walk);
    if ('content' in node) walk(node.content);
  };
  walk(parse(html));
  return { addresses, text: texts.join('').replace(/\s+/g, ' '), leadsOn };
}
