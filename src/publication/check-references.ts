import type { Article, Document } from '../content/article.ts';
import type { Content } from '../content/load-content.ts';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import type { Place, Problem } from '../diagnostics/diagnostic.ts';
import { KnownPaths } from '../diagnostics/known-paths.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { onceFor } from '../diagnostics/once-for.ts';
import { editionLanguages } from './languages.ts';
import { fileMeant } from './paths.ts';
import type { TagMatcher } from './tags.ts';

/** Finds every author, section, series, article, language, tag, post and picture that is named and does not exist. */
export function checkReferences(content: Content, tags: TagMatcher): readonly Problem[] {
  const names = {
    authors: idsIn(content, 'author', 'authors/'),
    series: idsIn(content, 'series', 'series/'),
    sections: content.site ? new Set(content.site.sections.map((section) => section.slug)) : undefined,
    // Files that could not be read still count: a fault in one file must not raise others elsewhere.
    tweets: new Set([...content.tweets.map((tweet) => tweet.id), ...idsIn(content, 'tweet', 'embeds/tweets/')]),
    languages: content.site?.languages ? editionLanguages(content.site) : undefined,
  };
  const problems: Problem[] = [];
  const checkDocument = (document: Document, folder: 'articles' | 'pages'): void => {
    problems.push(...checkTranslation(content, document, folder), ...checkLanguage(document, names.languages));
  };
  for (const article of [...content.articles, ...content.unfinished]) {
    checkDocument(article, 'articles');
    const report = (code: DiagnosticCode, path: (string | number)[], message: string, help: string) => {
      problems.push({ code, file: article.source, place: { at: 'value', path }, message, help });
    };
    for (const [i, author] of article.authors.entries()) {
      if (names.authors.has(author)) continue;
      const help = didYouMean(author, names.authors, `make content/authors/${author}.md, or name one that exists`);
      problems.push({
        code: 'author-unknown',
        file: article.source,
        place: { at: 'value', path: ['authors', i], or: ['author'] },
        message: `there is no author \`${author}\``,
        help,
      });
    }
    if (article.section !== undefined && names.sections && !names.sections.has(article.section)) {
      const choice =
        names.sections.size > 0 ? `sections: ${[...names.sections].join(', ')}` : 'list the section in site.yaml';
      report(
        'section-unknown',
        ['section'],
        `there is no section \`${article.section}\``,
        didYouMean(article.section, names.sections, choice),
      );
    }
    if (article.series !== undefined && !names.series.has(article.series)) {
      report(
        'series-unknown',
        ['series'],
        `there is no series \`${article.series}\``,
        didYouMean(article.series, names.series, `make content/series/${article.series}.md`),
      );
    }
    for (const [i, related] of article.related.entries()) {
      const exists = (file: string) => file.startsWith('articles/') && content.files.all.has(file);
      if (fileMeant(related, article.source, 'articles', exists)) continue;
      report(
        'related-unknown',
        ['related', i],
        `there is no article ${related}`,
        nearestFile(
          article,
          related,
          content,
          'articles',
          'name its file from content/articles/ on, such as 2025/06/talks.md',
        ),
      );
    }
    for (const [i, label] of article.tags.entries()) {
      if (tags.slugOf(label, article.language) === '')
        report(
          'slug-invalid',
          ['tags', i],
          `the tag \`${label}\` gives no address`,
          'write the tag in letters or digits',
        );
    }
    problems.push(...checkTweets(article, names.tweets));
  }
  for (const page of content.pages) {
    checkDocument(page, 'pages');
    problems.push(...checkPosts(page, new Set(), names.tweets));
  }
  for (const record of [...content.authors, ...content.tags, ...content.series])
    problems.push(...checkPosts(record, new Set(), names.tweets));
  return problems;
}

function idsIn(content: Content, kind: 'author' | 'series' | 'tweet', folder: string): Set<string> {
  return new Set(content.files.byKind[kind].map((source) => source.slice(folder.length).replace(/\.(?:md|json)$/, '')));
}

function checkTranslation(content: Content, document: Document, folder: 'articles' | 'pages'): Problem[] {
  if (document.translationOf === undefined) return [];
  // A text and its translation often have one name in two folders, so the file itself is never meant.
  const exists = (file: string) =>
    file !== document.source && file.startsWith(`${folder}/`) && content.files.all.has(file);
  if (fileMeant(document.translationOf, document.source, folder, exists)) return [];
  const message = `there is no ${folder === 'articles' ? 'article' : 'page'} ${document.translationOf} besides this one`;
  const help = nearestFile(
    document,
    document.translationOf,
    content,
    folder,
    `name its file from content/${folder}/ on`,
  );
  return [
    {
      code: 'translation-unknown',
      file: document.source,
      place: { at: 'value', path: ['translationOf'] },
      message,
      help,
    },
  ];
}

function checkLanguage(document: Document, languages: readonly string[] | undefined): Problem[] {
  if (!languages || languages.some((language) => language.toLowerCase() === document.language.toLowerCase())) return [];
  const help = didYouMean(
    document.language,
    languages,
    `languages: ${languages.join(', ')}; add it to \`languages\` in site.yaml`,
  );
  return [
    {
      code: 'language-unknown',
      file: document.source,
      place: { at: 'value', path: ['language'] },
      message: `the publication has no edition in \`${document.language}\``,
      help,
    },
  ];
}

function checkTweets(article: Article, tweets: ReadonlySet<string>): Problem[] {
  const inline = new Set(article.snapshots.map((tweet) => tweet.id));
  const named = article.tweets.flatMap((id, i) =>
    tweets.has(id) || inline.has(id) ? [] : [missingTweet(article.source, id, { at: 'value', path: ['tweets', i] })],
  );
  return [...named, ...checkPosts(article, inline, tweets)];
}

/** Posts in a body; other networks than X are shown as a card, which needs no snapshot. */
function checkPosts(
  { source, body }: Pick<Article, 'source' | 'body'>,
  inline: ReadonlySet<string>,
  tweets: ReadonlySet<string>,
): Problem[] {
  return body.posts.flatMap(({ network, snapshot, id, line }) =>
    network !== 'x' || snapshot || tweets.has(id) || inline.has(id)
      ? []
      : [missingTweet(source, id, { at: 'text', line, text: id })],
  );
}

function missingTweet(file: string, id: string, place: Place): Problem {
  const help = /^\d+$/.test(id)
    ? `archive it with \`npm run tweet -- https://x.com/i/status/${id}\`, or write content/embeds/tweets/${id}.json`
    : 'archive it with `npm run tweet --` and its address';
  return { code: 'tweet-missing', file, place, message: `there is no snapshot of the post ${id}`, help };
}

/** Help for the path of an article or a page that does not exist: the nearest other one of the same folder. */
function nearestFile(
  from: Document,
  written: string,
  content: Content,
  folder: 'articles' | 'pages',
  otherwise: string,
): string {
  const of = folder === 'articles' ? articlesOf : pagesOf;
  return of(content).didYouMean(written, otherwise, from.source.slice(folder.length + 1));
}

const articlesOf = onceFor((content: Content) => pathsBelow(content, 'article', 'articles/'));
const pagesOf = onceFor((content: Content) => pathsBelow(content, 'page', 'pages/'));

function pathsBelow({ files }: Content, kind: 'article' | 'page', folder: string): KnownPaths {
  return new KnownPaths(files.byKind[kind].map((source) => source.slice(folder.length)));
}
