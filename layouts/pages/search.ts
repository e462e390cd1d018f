import { html, type SafeHtml } from '../../src/html/safe-html.ts';
import { pluralForms } from '../../src/language/plural.ts';
import type { Words } from '../../src/language/words.ts';
import type { SiteView } from '../../src/pages/site-view.ts';
import type { SearchView } from '../../src/pages/views.ts';
import { document } from '../components/document.ts';
import { localeOf } from '../components/locale.ts';
import { pageHead } from '../components/page-head.ts';

/** The search. Without a script it is a page of ways into the archive; assets/scripts/search.js finds what it fills by the `data-` attributes. */
export function searchPage(view: SearchView, site: SiteView, head?: SafeHtml): SafeHtml {
  const locale = localeOf(view.language, site.timeZone);
  const { words } = locale;
  const content = html`<div class="search">
${pageHead(words.search.title, { standfirst: words.search.introduction })}${form(view, words)}
<p class="search-status" role="status" data-status data-searching="${words.search.searching}" data-nothing="${words.search.nothing}" data-failed="${words.search.failed}" data-from-disk="${words.search.fromDisk}" data-counts="${JSON.stringify(pluralForms(view.language, words.articles))}"></p>
<ol class="search-results" data-results></ol>
<button class="button search-more" type="button" data-more hidden>${words.search.more}</button>
<template data-result><li class="search-result">
<h2 class="search-headline"><a>${words.search.title}</a></h2>
<p class="search-about"><time></time><span></span></p>
<p class="search-excerpt"></p>
</li></template>
${ways(site, words)}
</div>
`;
  return document(view, site, { content, styles: ['styles/search.css'], scripts: ['scripts/search.js'], head }, locale);
}

function form({ href, bundles, language }: SearchView, words: Words): SafeHtml {
  return html`<form class="search-form" role="search" action="${href}" data-search data-bundles="${bundles.join(' ')}" data-language="${language}">
<p class="search-words"><label for="search-words">${words.search.words}</label>
<input id="search-words" type="search" name="q" autocomplete="off" spellcheck="false" enterkeyhint="search"><button class="button" type="submit">${words.search.submit}</button></p>
<fieldset class="search-filters" data-filters hidden><legend class="unseen">${words.search.filters}</legend>
${select('section', words.subjects.section, words)}
${select('tag', words.subjects.tag, words)}
${select('author', words.subjects.author, words)}
${select('year', words.search.year, words)}
${select('language', words.search.language, words)}
<p><label for="search-order">${words.search.order}</label>
<select id="search-order" name="order"><option value="">${words.search.best}</option><option value="newest">${words.search.newest}</option></select></p>
</fieldset>
</form>`;
}

function select(name: string, label: string, words: Words): SafeHtml {
  return html`<p><label for="search-${name}">${label}</label>
<select id="search-${name}" name="${name}" data-filter><option value="">${words.search.any}</option></select></p>`;
}

function ways({ places, sections }: SiteView, words: Words): SafeHtml {
  const links = [
    { label: words.archive, href: places.archive },
    { label: words.allTags, href: places.tags },
    { label: words.allAuthors, href: places.authors },
    ...sections,
  ];
  return html`<section class="search-ways">
<noscript><p>${words.search.hint}</p></noscript>
<p class="with-script">${words.search.ways}</p>
<ul>${links.map(({ label, href }) => html`<li><a href="${href}">${label}</a></li>`)}</ul>
</section>`;
}
