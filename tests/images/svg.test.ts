import { expect, test } from 'vitest';
import { findHarmInSvg } from '../../src/images/find-harm-in-svg.ts';
import { findRootElement } from '../../src/images/find-root-element.ts';
import { inspectOriginal } from '../../src/images/inspect-original.ts';

const harmIn = (svg: string) => findHarmInSvg(Buffer.from(svg));
const inside = (content: string) =>
  harmIn(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${content}</svg>`);

test.each([
  '<path d="M0 0h9v9z" fill="url(#g)" style="stroke: red"/>',
  '<style>.a { fill: url("#g") } @media (max-width: 9px) { .a { fill: red } }</style>',
  '<use xlink:href="#a"/><title>on &amp; off &#8212; 1 &lt; 2</title>',
  '<image href="data:image/png;base64,iVBORw0KGgo="/>',
  '<!-- <script> --><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
  '<animate attributeName="r" values="1;2" dur="1s"/>',
])('harmless: %s', (content) => {
  expect(inside(content)).toBeUndefined();
});

test('what drawing programs put in front is harmless', () => {
  const front =
    '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<!-- Generator -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n';
  const svg = `${front}<svg xmlns="http://www.w3.org/2000/svg"/>`;
  expect(harmIn(svg)).toBeUndefined();
  expect(findRootElement(Buffer.from(svg))).toBe('svg');
});

test.each([
  ['<script>alert(1)</script>', /contains `script`/],
  ['<s:script xmlns:s="http://www.w3.org/2000/svg"/>', /contains `script`/],
  ['<x:p xmlns:x="http://www.w3.org/1999/xhtml"/>', /contains HTML/],
  ['<foreignObject><p/></foreignObject>', /contains `foreignobject`/],
  ['<path onload="alert(1)"/>', /event handler `onload`/],
  ["<path\nONCLICK = 'x'/>", /event handler `onclick`/],
  ['<a href="javascript:alert(1)"/>', /outside itself/],
  ['<a href="&#106;avascript:alert(1)"/>', /outside itself/],
  ['<image xlink:href="https://example.com/a.png"/>', /outside itself: https:\/\/example.com\/a.png/],
  ['<use href="other.svg#a"/>', /outside itself/],
  ['<image href="data:image/svg+xml;base64,PHN2Zz4="/>', /outside itself/],
  ['<path fill="url(https://example.com/#g)"/>', /loads something/],
  ['<path style="fill: u\\72l(//example.com)"/>', /loads something/],
  ['<style>@import "https://example.com/a.css";</style>', /loads something/],
  ['<style>@im<!-- -->port "a.css";</style>', /loads something/],
  ['<style><![CDATA[@import "a.css";]]></style>', /loads something/],
  ['<style>&#64;import "a.css";</style>', /loads something/],
  ['<set attributeName="xlink:href" to="javascript:alert(1)"/>', /animates a link|loads something/],
  ['<path d="&boom;"/>', /entity/],
  ['<path d="<script>"/>', /well-formed/],
  ['<!-- <script>', /well-formed/],
  ['<script\0>alert(1)</script>', /well-formed/],
  ['<path \u000bd=""/>', /well-formed/],
])('refused: %s', (content, reason) => {
  expect(inside(content)).toMatch(reason);
});

test.each([
  ['<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', /entities/],
  ['<?xml-stylesheet href="a.css"?><svg/>', /processing instruction/],
  ['<?xml version="1.0" encoding="utf-7"?><svg/>', /encoding/],
])('refused: %s', (svg, reason) => {
  expect(harmIn(svg)).toMatch(reason);
});

test('an SVG that is cut short is a failure', async () => {
  const result = await inspectOriginal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g>'));
  expect(result).toHaveProperty('reason');
});

test('a long prolog is read in no time', () => {
  const began = performance.now();
  findRootElement(Buffer.from('<!---->'.repeat(9000)));
  harmIn(`<svg>${'<!--'.repeat(50_000)}`);
  expect(performance.now() - began).toBeLessThan(500);
});
