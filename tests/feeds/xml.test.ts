import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cdata, escapeXml, xml } from '../../src/html/xml.ts';
import { parseXml } from './machine-workshop.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.nat(0xffff).map((code) => String.fromCharCode(code)),
    fc.constantFrom(']]>', '&amp;', '<'),
  ),
});
const allowed = (text: string): string => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

test('any text stays what it is in elements, attributes and CDATA, but for what XML cannot hold', () => {
  fc.assert(
    fc.property(anyText, (written) => {
      // The parser reads the line ends of XML 1.1 in XML 1.0 too.
      const text = written.replace(/[\u0085\u2028]/g, '');
      const { documentElement } = parseXml(
        xml`<a b="${text.replace(/[\t\r\n]/g, ' ')}"><c>${text}</c><d>${cdata(text)}</d></a>`.markup,
      );
      // A parser reads every line end as a line feed.
      const expected = allowed(text).replace(/\r\n?/g, '\n');
      const [c, d] = Array.from(documentElement?.childNodes ?? []);
      expect(c?.textContent).toBe(expected);
      expect(d?.textContent).toBe(expected);
      expect(documentElement?.getAttribute('b')).toBe(allowed(text).replace(/[\t\r\n]/g, ' '));
    }),
  );
});

test('templates nest, join lists and leave out what is not there', () => {
  expect(xml`<a>${[1, 2].map((n) => xml`<b>${n}</b>`)}${false}${undefined}${'<'}</a>`.markup).toBe(
    '<a><b>1</b><b>2</b>&lt;</a>',
  );
  expect(escapeXml('a\u0000b\ud800')).toBe('ab');
});
