import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether two outputs hold the same publication, page by page: each article with the same words, each tag and month
 * with the same articles. Returns what differs, in plain words; nothing when a time may be believed. `floor` is the bare
 * script's output, whose addresses are of another form.
 */
export function comparePages(floor: string, ours: string): readonly string[] {
  const theirs = articlesOf(floor, 'articles/*/*/*/index.html');
  const own = articlesOf(ours, '[0-9][0-9][0-9][0-9]/[0-9][0-9]/[0-9][0-9]/*/index.html');
  const faults: string[] = [];
  if (theirs.size !== own.size) faults.push(`${own.size} articles in place of ${theirs.size}`);
  for (const [title, words] of theirs) {
    const mine = own.get(title);
    if (mine === undefined) faults.push(`no page of the article ${title}`);
    else if (mine !== words) faults.push(`other words in ${title}: ${firstDifference(words, mine)}`);
  }
  faults.push(...differences('tag', listings(floor, 'tags/**/index.html'), listings(ours, 'tag/**/index.html')));
  // Our page of a year is a calendar; the articles stand on those of its months.
  const months = ['archive/*/*/index.html', '[0-9][0-9][0-9][0-9]/[0-9][0-9]/index.html'] as const;
  faults.push(...differences('month', listings(floor, months[0]), listings(ours, months[1])));
  return faults;
}

/** What each article's body says, by headline. */
function articlesOf(folder: string, pattern: string): ReadonlyMap<string, string> {
  return new Map(
    globSync(pattern, { cwd: folder }).map((file) => {
      const page = readFileSync(path.join(folder, file), 'utf8');
      const title = /<h1[^>]*>(.*?)<\/h1>/s.exec(page)?.[1] ?? file;
      const body =
        /<div class="(?:body|prose)">(.*?)<(?:ul class="tags"|div class="article-foot")/s.exec(page)?.[1] ?? '';
      return [wordsOf(title), wordsOf(body.replace(/<figure\b.*?<\/figure>/gs, ' '))];
    }),
  );
}

/** Titles that each listing shows, all its pages together, by its address without the number of a page. */
function listings(folder: string, pattern: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync(pattern, { cwd: folder })) {
    const name = file.replace(/^(?:tags?|archive)\//, '').replace(/(?:\/page\/\d+)?\/index\.html$/, '');
    const page = readFileSync(path.join(folder, file), 'utf8');
    const main = /<main.*?<\/main>/s.exec(page)?.[0] ?? '';
    const titles = found.get(name) ?? new Set();
    for (const [, title = ''] of main.matchAll(/<a href="\/(?:articles\/)?\d{4}\/[^"]*"[^>]*>(.*?)<\/a>/gs))
      titles.add(wordsOf(title));
    found.set(name, titles);
  }
  return found;
}

function differences(
  kind: string,
  theirs: ReadonlyMap<string, ReadonlySet<string>>,
  own: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  return [...theirs].flatMap(([name, titles]) => {
    const missing = [...titles].filter((title) => !own.get(name)?.has(title));
    return missing.length === 0
      ? []
      : [`${kind} ${name} lacks ${missing.length} of ${titles.size}, such as ${missing[0]}`];
  });
}

// Typography changes marks and spaces, and no letter.
function wordsOf(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&[#\w]+;/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function firstDifference(a: string, b: string): string {
  const [one, other] = [a.split(' '), b.split(' ')];
  const at = one.findIndex((word, i) => word !== other[i]);
  return `${one.slice(at, at + 4).join(' ')} … ${other.slice(at, at + 4).join(' ')}`;
}
