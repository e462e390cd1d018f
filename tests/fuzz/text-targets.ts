import fc from 'fast-check';
import { readSource } from '../../src/content/read-source.ts';
import { escapeHtml } from '../../src/html/safe-html.ts';
import { safeUrl } from '../../src/html/safe-url.ts';
import { findHarmInSvg } from '../../src/images/find-harm-in-svg.ts';
import { findRootElement } from '../../src/images/find-root-element.ts';
import { planWordPressImport } from '../../src/import/wordpress/plan-import.ts';
import { readWxr } from '../../src/import/wordpress/read-wxr.ts';
import { NotAnExport } from '../../src/import/xml-entries.ts';
import { clean } from '../../src/markdown/allow-list.ts';
import { renderInline } from '../../src/markdown/render-body.ts';
import { SITE, wxr } from '../import/wordpress-export.ts';
import { print, render } from '../markdown/body-workshop.ts';
import { attack } from './attacks.ts';
import { anyFile } from './files.ts';
import { findScriptInPart } from './find-script.ts';
import { hurtful, sharpText } from './sharp-text.ts';
import { faultsOfSvg } from './svg-faults.ts';
import { expectNone, type Target } from './target.ts';

type Parts = ReturnType<typeof render>['body']['parts'];

const language = fc.constantFrom('en', 'uk', 'ar');
const SETTINGS = { language: 'en', timeZone: 'Europe/Kyiv', html: 'sanitize', requireCredit: true } as const;
const SCHEMES = /^(?:https?|mailto|tel|sms|geo|xmpp|matrix):$/;

/** What takes a text and gives a text: fast, so that a minute tries tens of thousands. */
export const TEXT_TARGETS: readonly Target[] = [
  {
    name: 'markdown',
    round: 300,
    property: () =>
      fc.property(hurtful, language, fc.constantFrom('sanitize', 'escape'), (text, code, html) => {
        const rendered = render(text, { language: code, html });
        expectNone(faultsOfBody(rendered.body.parts), text);
        expectNone(addressesWithin(rendered.body.parts), text);
      }),
  },
  {
    name: 'inline',
    round: 800,
    property: () =>
      fc.property(hurtful, language, (text, code) => expectNone(findScriptInPart(renderInline(text, code)), text)),
  },
  {
    name: 'html',
    round: 600,
    property: () =>
      fc.property(attack, (text) => {
        const once = clean(text, new Set());
        expectNone(findScriptInPart(once), text);
        // What a parser reads and writes again may mean something else the second time.
        expectNone(findScriptInPart(`<div>${once}</div><p title="${escapeHtml(once)}">`), text);
      }),
  },
  {
    name: 'url',
    round: 3000,
    property: () =>
      fc.property(url, (text) => {
        const safe = safeUrl(text);
        const protocol = safe === undefined ? undefined : URL.parse(safe, 'https://test.example/a/')?.protocol;
        expectNone(protocol === undefined || SCHEMES.test(protocol) ? [] : [`${protocol} is let through`], text);
      }),
  },
  {
    name: 'svg',
    round: 800,
    property: () =>
      fc.property(svg, (text) => {
        findRootElement(Buffer.from(text));
        if (findHarmInSvg(Buffer.from(text)) === undefined) expectNone(faultsOfSvg(text), text);
      }),
  },
  {
    name: 'front-matter',
    round: 300,
    property: () =>
      fc.property(anyFile, ({ kind, source, text }) => {
        const { diagnostics } = readSource(kind, source, Buffer.from(text), SETTINGS);
        expectNone(
          diagnostics.filter(({ line, column }) => !(line >= 1 && column >= 1)).map(({ code }) => code),
          text,
        );
      }),
  },
  {
    name: 'wxr',
    round: 60,
    property: () =>
      fc.asyncProperty(hurtful, attack, fc.boolean(), async (content, title, raw) => {
        const text = raw
          ? wxr([{ content: 'MARK' }]).replace('MARK', content)
          : wxr([{ content, title, excerpt: content }]);
        try {
          const plan = planWordPressImport(await readWxr([text]), { site: SITE, authors: [], sections: new Map() });
          for (const [source, written] of plan.files) {
            const kind = source.startsWith('authors/') ? 'author' : source.startsWith('pages/') ? 'page' : 'article';
            const { body } = readSource(kind, source, Buffer.from(written), SETTINGS);
            if (body) expectNone(faultsOfBody(body.parts), content);
          }
        } catch (error) {
          if (!(error instanceof NotAnExport)) throw error;
        }
      }),
  },
];

const url = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'java',
        'script',
        'javascript:',
        'data:',
        'text/html,',
        'vbscript:',
        'blob:',
        'file:',
        '//',
        'https:',
        'a',
        ':',
        '/',
        '\\',
        '?',
        '#',
        '.',
        '..',
        '@',
      ),
      fc.constantFrom(
        '\t',
        '\n',
        '\r',
        '\u0000',
        '\u0001',
        '\u00a0',
        '\u00ad',
        '\u1680',
        '\u2003',
        '\u200b',
        '\u2028',
        '\u202f',
        '\u3000',
        '\ufeff',
        ' ',
        '%6a',
        '&#106;',
        'ı',
        'ſ',
        'ⓙ',
      ),
      fc.string({ maxLength: 3 }),
      fc.constantFrom('alert(1)', 'JAVASCRIPT:'),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const svgPiece = fc.oneof(
  attack,
  sharpText,
  fc.constantFrom(
    '<path d="M0 0"/>',
    '<g>',
    '</g>',
    '<style>',
    '</style>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<a href="',
    '"/>',
    'url(',
    '#a)',
    '@import "',
    '<use href="#a"/>',
    '<image href="data:image/png;base64,AA"/>',
    '<set attributeName="',
    'href" to="',
    ' onload="',
    "='",
    '&#106;',
    '&lt;',
    '&',
    'xlink:href="',
    '<!DOCTYPE svg>',
    '<?xml-stylesheet href="a"?>',
    '<script>',
    '<foreignObject>',
    '<title>',
    '</title>',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">',
    'xmlns="',
    'http://www.w3.org/1999/xhtml"',
  ),
);
const svg = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0"?>', '\ufeff'), fc.array(svgPiece, { maxLength: 8 }), fc.boolean())
  .map(
    ([front, parts, close]) =>
      `${front}<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${parts.join('')}${close ? '</svg>' : ''}`,
  );

/** A picture that is data is resolved later, and one from elsewhere is an error then; one in markup is not. */
function faultsOfBody(parts: Parts): readonly string[] {
  const markup = parts.filter((part) => typeof part === 'string').join('');
  return [...findScriptInPart(markup), ...findScriptInPart(print(parts)).filter((fault) => !/^img\[src=/.test(fault))];
}

/** Addresses that stand as data between the markup of a body: a page writes them once they are resolved. */
function addressesWithin(parts: Parts): readonly string[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || !('href' in part)) return [];
    const protocol = URL.parse(part.href, 'https://test.example/a/')?.protocol;
    return protocol === undefined || protocol === 'https:' ? [] : [`${protocol} counts as an address of the site`];
  });
}
