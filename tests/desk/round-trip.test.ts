import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../src/content/yaml.ts';
import { fileOf, formOf } from '../../src/desk/browser/form-shape.js';
import { mergeBody } from '../../src/desk/browser/merge-body.js';
import { deskConfig } from '../../src/desk/desk-config.ts';
import { deskSource } from '../../src/desk/desk-source.ts';
import { siteSchema } from '../../src/schema/site.ts';
import { ROOT } from '../cli/run-dateline.ts';

const SITE = { name: 'The Test Post', url: 'https://test.example', language: 'en', timeZone: 'Europe/Kyiv' };
const { shapes } = deskConfig(deskSource(siteSchema.parse(SITE), [], true));

type Form = Record<string, unknown>;
type Kind = 'articles' | 'authors' | 'tags' | 'series' | 'pages';

/** The file after somebody has changed its form. */
function changed(
  text: string,
  change: (form: Form) => Form,
  kind: Kind = 'articles',
  languages = ['en', 'uk'],
): string {
  const shape = shapes[kind];
  if (!shape) throw new Error(kind);
  return fileOf(change(formOf(text, shape, languages)), shape, languages);
}

const ARTICLE = `---
# Agreed with the desk on Monday.
title: "Ferries return"   # not final
date: 2026-07-01 09:00
author: olha
section: news
image:
  src: ferry.jpg
  alt: ""        # decorative
  credit: 'Olha/The Post'
tags:
  - river
  # the next one is new
  - ferries
corrections:
  - {date: 2026-07-02, text: Wrong pier.}
images:
  pier.jpg: {alt: A pier, credit: Olha}
tweets: ["1941102345678901234", {id: "1", url: "https://x.com/a/status/1", author: A, handle: a, date: 2026-07-01, text: T}]
ownKey: kept
---

*First* paragraph.


Second, after two blank lines.
`;

test.each(['articles', 'authors', 'tags', 'series', 'pages'] as const)(
  'every file in %s of the demonstration newspaper goes through its form byte for byte',
  async (kind) => {
    const folder = path.join(ROOT, 'content', kind);
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const text = await readFile(path.join(folder, name), 'utf8');
      for (const languages of [['en', 'uk'], ['en']]) expect(changed(text, (form) => form, kind, languages)).toBe(text);
    }
  },
);

describe('what a form changes', () => {
  test('nothing, and the file is the same', () => {
    expect(changed(ARTICLE, (form) => ({ ...form }))).toBe(ARTICLE);
  });

  test('a headline: every other byte stays, comments too', () => {
    expect(changed(ARTICLE, (form) => ({ ...form, title: 'Ferries are back' }))).toBe(
      ARTICLE.replace('"Ferries return"', 'Ferries are back'),
    );
  });

  test('a key within a picture: its neighbours stay, what is empty on purpose too', () => {
    const image = { src: 'ferry.jpg', alt: '', credit: 'Olha/The Post', caption: 'At seven.' };
    expect(changed(ARTICLE, (form) => ({ ...form, image }))).toBe(
      ARTICLE.replace("  credit: 'Olha/The Post'\n", "  credit: 'Olha/The Post'\n  caption: At seven.\n"),
    );
  });

  test('lists: entries are added and taken away beside the others', () => {
    expect(changed(ARTICLE, (form) => ({ ...form, tags: ['river', 'ferries', 'piers'] }))).toBe(
      ARTICLE.replace('  - ferries\n', '  - ferries\n  - piers\n'),
    );
    expect(changed(ARTICLE, (form) => ({ ...form, tags: ['ferries'] }))).toBe(ARTICLE.replace('  - river\n', ''));
    const corrections = [
      { date: '2026-07-02', text: 'Wrong pier.' },
      { date: '2026-07-03 10:00', text: 'Wrong: time' },
    ];
    expect(changed(ARTICLE, (form) => ({ ...form, corrections }))).toBe(
      ARTICLE.replace('Wrong pier.}\n', 'Wrong pier.}\n  - date: 2026-07-03 10:00\n    text: "Wrong: time"\n'),
    );
  });

  test('a new key stands where its kind of file has it', () => {
    expect(changed(ARTICLE, (form) => ({ ...form, standfirst: 'Twelve a day.' }))).toBe(
      ARTICLE.replace('# not final\n', '# not final\nstandfirst: Twelve a day.\n'),
    );
  });

  test('a key that is emptied goes, with its line and no other', () => {
    expect(changed(ARTICLE, (form) => ({ ...form, section: '' }))).toBe(ARTICLE.replace('section: news\n', ''));
  });

  test('a single author stays a single author', () => {
    expect(changed(ARTICLE, (form) => ({ ...form, authors: ['daria'] }))).toBe(ARTICLE.replace('olha', 'daria'));
    const two = parsed(changed(ARTICLE, (form) => ({ ...form, authors: ['olha', 'daria'] })));
    expect(two).toMatchObject({ authors: ['olha', 'daria'] });
    expect(two).not.toHaveProperty('author');
  });

  test('notes of pictures by their files, and posts beside snapshots that the form does not show', () => {
    const form = changedForm(ARTICLE);
    expect(form['images']).toEqual([{ file: 'pier.jpg', alt: 'A pier', credit: 'Olha' }]);
    expect(form['tweets']).toEqual(['1941102345678901234']);
    const data = parsed(
      changed(ARTICLE, (own) => ({ ...own, images: [{ file: 'pier.jpg', alt: 'Two piers' }], tweets: ['7'] })),
    );
    expect(data['images']).toEqual({ 'pier.jpg': { alt: 'Two piers' } });
    expect(data['tweets']).toMatchObject(['7', { id: '1', text: 'T' }]);
  });

  test('a published article is not made a draft by being opened', () => {
    expect(changedForm(ARTICLE)['draft']).toBe(false);
    expect(changed(ARTICLE, (form) => ({ ...form, draft: true }))).toContain('\ndraft: true\n');
  });

  test('a name in one language: the other is kept, and one text stays one text', () => {
    const author = '---\nname: {en: Olha, uk: Ольга}\nrole: Reporter\n---\nWrites.\n';
    expect(changed(author, (form) => ({ ...form, name: { en: 'Olha P.', uk: 'Ольга' } }), 'authors')).toContain(
      'uk: Ольга',
    );
    expect(changed(author, (form) => ({ ...form, role: { en: 'Editor', uk: '' } }), 'authors')).toContain(
      'role: Editor\n',
    );
    expect(changed(author, (form) => ({ ...form, name: 'Olha P.' }), 'authors', ['en'])).toContain('uk: Ольга');
  });

  test('front matter that is not YAML is no empty form: nobody saves over it', () => {
    expect(() => changedForm('---\ntitle: "Ferries\n---\n\nText.\n')).toThrow();
  });

  test('any headline and standfirst come back as they were entered, whatever YAML makes of them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        (title, standfirst) => {
          fc.pre(title.trim() !== '' && !/[\p{Cc}\p{Cn}\ufeff]/u.test(title + standfirst));
          const data = parsed(changed(ARTICLE, (form) => ({ ...form, title, standfirst })));
          expect(data['title']).toBe(title);
          expect(data['standfirst'] ?? '').toBe(standfirst);
        },
      ),
      { numRuns: 150, examples: [['- ', '']] },
    );
  });
});

test('a new article is written in the order of its keys, without what was left empty', () => {
  const form = {
    draft: true,
    title: 'Ferries',
    tags: [],
    authors: ['olha'],
    date: '2026-07-01 09:00',
    image: null,
    body: 'Text.',
  };
  expect(changed('', () => form)).toBe(
    '---\ntitle: Ferries\nauthors: [olha]\ndate: 2026-07-01 09:00\ndraft: true\n---\n\nText.\n',
  );
});

describe('an editor of rich text', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['emphasis', '*a* and **b**\n', '_a_ and __b__\n'],
    ['emphasis around a link', '*See [here](/a/), all.*\n', '_See_ [_here_](/a/)_, all._\n'],
    ['lists', 'Three:\n- *one*\n- two\n', 'Three:\n\n* _one_\n* two\n'],
    ['tables', '|a|b|\n|:--|--:|\n|1|2|\n', '| a | b |\n| --- | --- |\n| 1 | 2 |\n'],
    ['rules', 'a\n\n---\n\nb\n', 'a\n\n***\n\nb\n'],
    ['escapes', '2 * 3 [sic]\n', '2 \\* 3 \\[sic\\]\n'],
    ['lines that were broken', 'one\ntwo\n', 'one two\n'],
  ];
  test.each(cases)('changes nothing by its own way to write %s', (_, before, after) => {
    expect(mergeBody(before, after)).toBe(before);
  });

  test('is heard where somebody changes emphasis, a link or a word', () => {
    for (const after of ['a **b** c\n', 'a b d\n', 'a [b](/x/) c\n']) expect(mergeBody('a b c\n', after)).toBe(after);
    expect(mergeBody('[a](/x/)\n', '[a](/y/)\n')).toBe('[a](/y/)\n');
  });

  test('leaves every paragraph alone that was not touched', () => {
    const before = '*One*\n\n\n::: factbox F\n- *two*\n:::\n\n```\n*x*\n```\n\nThree\n';
    const after = '_One_\n\n::: factbox F\n\n- _two_\n  :::\n\n```\n*x*\n```\n\nThree more\n';
    expect(mergeBody(before, after)).toBe('*One*\n\n\n::: factbox F\n- *two*\n:::\n\n```\n*x*\n```\n\nThree more\n');
  });
});

function changedForm(text: string): Form {
  let seen: Form = {};
  changed(text, (form) => {
    seen = form;
    return form;
  });
  return seen;
}

function parsed(text: string): Record<string, unknown> {
  return parseYaml(/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '').data as Record<string, unknown>;
}
