import { describe, expect, test } from 'vitest';
import { htmlOf, problemsOf, render } from './body-workshop.ts';

describe('a heading', () => {
  test('has an id from its text, in any script', () => {
    expect(htmlOf('## What *we* know')).toBe('<h2 id="what-we-know">What <em>we</em> know</h2>\n');
    expect(htmlOf('### Що відомо', { language: 'uk' })).toContain('<h3 id="shcho-vidomo">');
    expect(htmlOf('## 🎈')).toContain('<h2 id="');
  });

  test('has an id of its own among equal ones', () => {
    expect(render('## A\n\n## A\n\n## A 2\n\n## A').body.headings).toEqual([
      { id: 'a', level: 2, text: 'A' },
      { id: 'a-2', level: 2, text: 'A' },
      { id: 'a-2-2', level: 2, text: 'A 2' },
      { id: 'a-3', level: 2, text: 'A' },
    ]);
  });

  test('of the first level is shown on the second, with a warning', () => {
    expect(htmlOf('# A\n\nB\n=')).toBe('<h2 id="a">A</h2>\n<h2 id="b">B</h2>\n');
    expect(problemsOf('x\n\n# A\n\nB\n=')).toEqual(['heading-level 3 #', 'heading-level 5 B']);
  });

  test('may hold a link and a picture', () => {
    expect(htmlOf('## [A](b.md) ![c](d.jpg)')).toBe('<h2 id="a"><a href="b.md">A</a> <img src="d.jpg" alt="c"></h2>\n');
  });
});
