import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { askForArticle } from '../../src/cli/article-questions.ts';
import { newArticle } from '../../src/cli/new.ts';
import { editorOf } from '../../src/cli/open-in-editor.ts';
import { article, SmallSite } from '../small-site.ts';
import { runDateline } from './run-dateline.ts';

const NOW = '2026-07-04T12:00:00Z';

async function begun() {
  return SmallSite.write({ 'authors/olha.md': '---\nname: Olha Petrenko\n---\n', 'articles/old.md': article() });
}

const run = (site: SmallSite, ...args: string[]) =>
  runDateline(['new', '--content', site.content, '--now', NOW, ...args], { EDITOR: 'false' });

describe('npm run new', () => {
  test('begins an article that passes the check, and says where it is', async () => {
    const site = await begun();
    const { status, stdout } = await run(
      site,
      'Ferries: back on the estuary',
      '--author',
      'olha',
      '--section',
      'opinion',
    );
    expect(status).toBe(0);
    const file = path.join(site.content, 'articles/2026/07/ferries-back-on-the-estuary.md');
    expect(stdout.split('\n')[0]).toBe(file);
    expect(await readFile(file, 'utf8')).toBe(`---
title: "Ferries: back on the estuary"
standfirst:
date: 2026-07-04 15:00
authors: [olha]
section: opinion
tags: []
draft: true
---

`);
    expect((await runDateline(['check', '--content', site.content, '--no-cache'])).status).toBe(0);
  });

  test('puts it into the month of its date, with its kind', async () => {
    const site = await begun();
    await run(site, 'Why ferries', '--kind', 'explainer', '--date', '2026-09-01');
    const text = await readFile(path.join(site.content, 'articles/2026/09/why-ferries.md'), 'utf8');
    expect(text).toContain('date: 2026-09-01\n');
    expect(text).toContain('kind: explainer\n');
  });

  test('never writes over a file', async () => {
    const site = await begun();
    await site.put({ 'articles/2026/07/ferries.md': 'mine' });
    const { status, stderr } = await run(site, 'Ferries');
    expect(status).toBe(2);
    expect(stderr).toContain('there is an article of that name already');
    expect(await readFile(path.join(site.content, 'articles/2026/07/ferries.md'), 'utf8')).toBe('mine');
  });

  test.each([
    ['no headline', [], 'a headline is missing'],
    ['a headline of signs', ['!!!'], 'gives no file name'],
    ['a section that is misspelt', ['A', '--section', 'opinon'], 'did you mean `opinion`?'],
    ['an author that is misspelt', ['A', '--author', 'olga'], 'did you mean `olha`?'],
    ['an author that there is not', ['A', '--author', 'bohdan-leshchuk'], 'bohdan-leshchuk.md first'],
    ['a kind that is misspelt', ['A', '--kind', 'analisys'], 'did you mean `analysis`?'],
    ['a date that is none', ['A', '--date', '2026-02-31'], '2026-02-31 is no date'],
    ['an option that there is not', ['A', '--sektion', 'news'], "Unknown option '--sektion'"],
    ['an option without its value', ['A', '--section'], "'--section"],
  ])('explains %s, and writes nothing', async (_, args, said) => {
    const site = await begun();
    await expect(newArticle.run([...args, '--content', site.content, '--now', NOW])).rejects.toThrow(said);
    await expect(readFile(path.join(site.content, 'articles/2026/07/a.md'))).rejects.toThrow();
  });

  test('explains a folder that is not there', async () => {
    const { status, stderr } = await runDateline(['new', 'A', '--content', '/nowhere/content']);
    expect(status).toBe(2);
    expect(stderr).toBe('there is no folder /nowhere/content\n`npm run new -- --help` shows how it is used.\n');
  });

  test('its help fits into 80 columns', () => {
    expect(Math.max(...newArticle.usage.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('asked on a terminal', () => {
  const CHOICES = {
    sections: [
      { value: 'news', label: 'News' },
      { value: 'opinion', label: 'Opinion' },
    ],
    authors: [{ value: 'olha', label: 'Olha Petrenko' }],
    now: '2026-07-04 15:00',
    whyNoDate: (text: string) => (/^\d{4}-/.test(text) ? undefined : 'no date'),
  };

  async function talk(said: Parameters<typeof askForArticle>[0], ...lines: string[]) {
    const heard: string[] = [];
    const answers = await askForArticle(said, CHOICES, {
      ask: async (question) => {
        heard.push(question);
        return lines.shift() ?? expect.fail(`nobody answers: ${question}`);
      },
      say: (text) => heard.push(text),
    });
    expect(lines).toEqual([]);
    return { answers, heard };
  }

  test('by number, by name or with Enter', async () => {
    const { answers, heard } = await talk({}, 'Ferries', '2', 'Olha Petrenko', '', '');
    expect(answers).toEqual({
      title: 'Ferries',
      section: 'opinion',
      authors: ['olha'],
      kind: 'news',
      date: '2026-07-04 15:00',
    });
    expect(heard).toContain('   2  opinion  Opinion');
  });

  test('what is wrong is asked again', async () => {
    const { answers, heard } = await talk({}, '', 'Ferries', '7', 'news', '', 'explainer', 'tomorrow', '2026-07-05');
    expect(answers).toMatchObject({ section: 'news', authors: [], kind: 'explainer', date: '2026-07-05' });
    expect(heard).toEqual(expect.arrayContaining(['There is no section 7.', 'no date']));
  });

  test('only for what was not given', async () => {
    const { answers } = await talk({ title: 'Ferries', section: 'news' }, '1');
    expect(answers).toMatchObject({ title: 'Ferries', section: 'news', authors: ['olha'] });
    await talk({ title: 'Ferries', section: 'news', authors: [] });
  });
});

test('the file is opened with what the person has chosen, else with VS Code where it is', () => {
  expect(editorOf({ VISUAL: 'code --wait', EDITOR: 'vi' })).toBe('code --wait');
  expect(editorOf({ VISUAL: ' ', EDITOR: 'vi' })).toBe('vi');
  const bin = path.join('/opt', 'bin');
  expect(editorOf({ PATH: ['/usr/bin', bin].join(path.delimiter) }, (file) => file.startsWith(bin))).toBe('code');
  expect(editorOf({ PATH: '/usr/bin' }, () => false)).toBeUndefined();
});
