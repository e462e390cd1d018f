import { describe, expect, test } from 'vitest';
import { htmlOf, partsOf, problemsOf, render } from './body-workshop.ts';

describe('raw HTML that is sanitised', () => {
  test('keeps what belongs to a text', () => {
    const kept =
      '<details open><summary>A</summary><p class="x" id="y" lang="uk" dir="ltr">H<sub>2</sub>O</p></details>';
    expect(htmlOf(kept)).toBe(kept);
    expect(problemsOf(kept)).toEqual([]);
  });

  test.each([
    ['<div onclick="x()">a</div>', '<div>a</div>', 'onclick'],
    ['<p style="color:red">a</p>', '<p>a</p>', 'style'],
    ['<script>alert(1)</script>', '', '<script'],
    ['<style>p{}</style>', '', '<style'],
    ['<iframe src="https://a.example"></iframe>', '', '<iframe'],
    ['<object data="x"></object>', '', '<object'],
    ['<form action="x"><input></form>', '', '<form'],
    ['<div><a href="javascript:x">a</a></div>', '<div><a>a</a></div>', 'href'],
    ['<div><a href="java\nscript:x">a</a></div>', '<div><a>a</a></div>', 'href'],
    ['<p><img src="https://a.example/p.gif" alt="b"></p>', '<p></p>', '<img'],
    ['<p><img src="//a.example/p.gif"></p>', '<p></p>', '<img'],
    ['<svg><script>x</script></svg>', '', '<svg'],
    ['<h1>a</h1>', 'a', '<h1'],
  ])('loses what could run or load: %s', (markup, left, named) => {
    expect(htmlOf(markup).trim()).toBe(left);
    expect(problemsOf(`Text\n\n${markup}`)).toEqual([`html-removed 3 ${named}`]);
  });

  test('within a line is cleaned tag by tag', () => {
    expect(htmlOf('a <b onclick=x>*b*</b> <sup>2</sup> <blink>c</blink> <script>alert(1)</script>d')).toBe(
      '<p>a <b><em>b</em></b> <sup>2</sup> c d</p>\n',
    );
    expect(problemsOf('a <b onclick=x>b</b> <blink>c</blink>')).toEqual(['html-removed 1 onclick']);
  });

  test('is reported once for each block', () => {
    expect(problemsOf('a <b onclick=x>b</b> <b onclick=x>c</b>\n\nd <b onclick=x>e</b>')).toEqual([
      'html-removed 1 onclick',
      'html-removed 3 onclick',
    ]);
  });

  test('is closed where its block ends, and ends nothing that it did not open', () => {
    expect(htmlOf('a <b>b\n\nc')).toBe('<p>a <b>b</b></p>\n<p>c</p>\n');
    expect(htmlOf('*a <b>b* c</b>')).toBe('<p><em>a <b>b</b></em> c</p>\n');
    expect(htmlOf('a</p></div></b> b')).toBe('<p>a b</p>\n');
    expect(htmlOf('> <div>\n>\n> a\n\nb')).toBe('<blockquote>\n<div>\n<p>a</p>\n</div></blockquote>\n<p>b</p>\n');
    expect(htmlOf('<div>\n\na')).toBe('<div>\n<p>a</p>\n</div>');
    expect(htmlOf('</div>\n\na')).toBe('<p>a</p>\n');
    expect(htmlOf('<span><div class="x\n\na')).not.toContain('class="x');
  });

  test('may hold Markdown between its tags', () => {
    expect(htmlOf('<details>\n<summary>S</summary>\n\n**a**\n\n</details>\n\nb')).toBe(
      '<details>\n<summary>S</summary>\n<p><strong>a</strong></p>\n</details>\n<p>b</p>\n',
    );
  });

  test('has its links and pictures checked like those of Markdown', () => {
    expect(
      partsOf('x\n\n<p>a <a href="/b/?c&amp;d" class="e">f</a> <img src="g.jpg" alt="h &quot;i&quot;"></p>'),
    ).toEqual([
      '<p>x</p>\n<p>a ',
      { type: 'link-open', href: '/b/?c&d', line: 3 },
      'f',
      { type: 'link-close' },
      ' ',
      { type: 'inline-image', image: { src: 'g.jpg', alt: 'h "i"', line: 3 } },
      '</p>',
    ]);
  });

  test('keeps what its links to elsewhere say of themselves', () => {
    expect(htmlOf('a <a href="https://b.example" rel="sponsored" target="_blank">c</a>')).toBe(
      '<p>a <a href="https://b.example" rel="sponsored">c</a></p>\n',
    );
    expect(problemsOf('a <a href="https://b.example" target="_blank">c</a>')).toEqual([]);
  });

  test('never puts a link into a link', () => {
    expect(htmlOf('[a <a href="https://b.example">b</a>](https://c.example)')).toBe(
      '<p><a href="https://c.example">a b</a></p>\n',
    );
    expect(htmlOf('a <a href="https://b.example">b [c](d.md)</a>')).toBe(
      '<p>a <a href="https://b.example">b c</a></p>\n',
    );
  });

  test('gives its ids to links, and no heading takes them', () => {
    expect(render('## Why\n\n<p id="why">a</p>\n\nb <a name="old"></a>').body.anchors).toEqual(['why', 'old', 'why-2']);
  });

  test('has no comments', () => {
    expect(htmlOf('a <!-- b --> c\n\n<!-- d -->\n\n<?php e ?>')).toBe('<p>a  c</p>\n');
    expect(problemsOf('<!-- d -->')).toEqual([]);
  });

  test('is harmless where a quote names its speaker, too', () => {
    expect(htmlOf('> a\n> — <script>alert(1)</script>b <b onclick=x id=c>d')).toBe(
      '<figure class="quote">\n<blockquote>\n<p>a</p>\n</blockquote>\n<figcaption>— b <b id="c">d</b></figcaption>\n</figure>\n',
    );
    expect(htmlOf('> a\n>\n> — <img src=x onerror=alert(1)>b')).not.toContain('onerror');
  });

  test('cannot pretend to be where a run of it begins or ends', () => {
    expect(htmlOf('<div>&#xE001;&#57345;\ue001</div></div><b>a')).toBe('<div></div><b>a</b>');
  });
});

describe('raw HTML that is not sanitised', () => {
  test('is text where it is to be escaped', () => {
    expect(htmlOf('<b>a</b> <script>', { html: 'escape' })).toBe('<p>&lt;b&gt;a&lt;/b&gt; &lt;script&gt;</p>\n');
  });

  test('is as it is where it is trusted', () => {
    const markup = '<div onclick="x()"><script>y</script>';
    expect(htmlOf(markup, { html: 'trust' })).toBe(markup);
    expect(render('<p id="a">', { html: 'trust' }).body.anchors).toEqual(['a']);
    expect(problemsOf(markup, { html: 'trust' })).toEqual([]);
  });
});
