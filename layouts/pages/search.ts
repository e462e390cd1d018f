import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import { pluralForms } from '../../src/language/plural.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { SearchView } from '../../src/pages/views.ts';
import { document } from '../components/document.ts';
import { type Locale, localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';

/** The search. Without a script it is a page of ways into the archive; assets/scripts/search.js finds what it fills by the `data-` attributes. */
export function searchPage(view: SearchView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words, wordsMark, say } = locale;
  const content = html`<div class="search">
${pageHead(say(words.search.title), { standfirst: say(words.search.introduction) })}${form(view, locale)}
<p class="search-status"${wordsMark} role="status" data-status data-searching="${words.search.searching}" data-nothing="${words.search.nothing}" data-failed="${words.search.failed}" data-from-disk="${words.search.fromDisk}" data-counts="${JSON.stringify(pluralForms(view.language, words.articles))}"></p>
<ol class="search-results" data-results></ol>
<button class="button search-more" type="button" data-more hidden${wordsMark}>${words.search.more}</button>
<template data-result><li class="search-result">
<h2 class="search-headline"><a>${words.search.title}</a></h2>
<p class="search-about"><time></time><span></span></p>
<p class="search-excerpt"></p>
</li></template>
${ways(site, locale)}
</div>
`;
  return document(view, site, { content, styles: ['styles/search.css'], scripts: ['scripts/search.js'], head }, locale);
}

function form({ href, bundles, language }: SearchView, locale: Locale): SafeHtml {
  const { words, wordsMark } = locale;
  return html`<form class="search-form" role="search" action="${href}" data-search data-bundles="${bundles.join(' ')}" data-language="${language}">
<p class="search-words"><label for="search-words"${wordsMark}>${words.search.words}</label>
<input id="search-words" type="search" name="q" autocomplete="off" spellcheck="false" enterkeyhint="search"><button class="button" type="submit"${wordsMark}>${words.search.submit}</button></p>
<fieldset class="search-filters" data-filters hidden><legend class="unseen"${wordsMark}>${words.search.filters}</legend>
${select('section', words.subjects.section, locale)}
${select('tag', words.subjects.tag, locale)}
${select('author', words.subjects.author, locale)}
${select('year', words.search.year, locale)}
${select('language', words.search.language, locale)}
<p><label for="search-order"${wordsMark}>${words.search.order}</label>
<select id="search-order" name="order"${wordsMark}><option value="">${words.search.best}</option><option value="newest">${words.search.newest}</option></select></p>
</fieldset>
</form>`;
}

function select(name: string, label: string, { words, wordsMark }: Locale): SafeHtml {
  return html`<p><label for="search-${name}"${wordsMark}>${label}</label>
<select id="search-${name}" name="${name}" data-filter><option value=""${wordsMark}>${words.search.any}</option></select></p>`;
}

function ways({ places, sections }: SiteView, { words, wordsMark, say }: Locale): SafeHtml {
  const links = [
    { label: say(words.archive), href: places.archive },
    { label: say(words.allTags), href: places.tags },
    { label: say(words.allAuthors), href: places.authors },
    ...sections,
  ];
  return html`<section class="search-ways">
<noscript><p${wordsMark}>${words.search.hint}</p></noscript>
<p class="with-script"${wordsMark}>${words.search.ways}</p>
<ul>${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>
</section>`;
}
