// Pagefind and its indexes, one for each year or part of one, are loaded when a reader first searches.
const PAGE = 10;
const LONGEST = 100;
// Words of a headline or standfirst say more of what an article is about than those of its text.
const OPTIONS = { ranking: { metaWeights: { title: 8, standfirst: 3 } }, excerptLength: 34 };

const form = document.querySelector('[data-search]');
const [status, list, more, template, filterBox] = ['status', 'results', 'more', 'result', 'filters'].map((name) =>
  document.querySelector(`[data-${name}]`),
);
const selects = [...form.querySelectorAll('[data-filter]')];
const { language } = form.dataset;
// As addresses from the root of wherever this page stands: a mirror may stand anywhere.
const placeOf = (address) => new URL(address, location.href).pathname;
const bundles = form.dataset.bundles.split(' ').filter(Boolean).map(placeOf);
const { q: input, order } = form.elements;
const plurals = new Intl.PluralRules(language);
const said = status.dataset;
const counts = JSON.parse(said.counts);
// Days in English as on all pages: 4 July 2025.
const days = new Intl.DateTimeFormat(/^en\b/.test(language) ? 'en-GB' : language, {
  dateStyle: 'long',
  timeZone: 'UTC',
});
let loading;
let turn = 0;
let timer;
let waiting = [];
// What is asked when nothing waits any more.
let ahead = [];
let isShowing = false;

// Browsers let no page fetch from a disk.
const fromDisk = location.protocol === 'file:';
if (fromDisk) {
  form.hidden = true;
  status.textContent = said.fromDisk;
} else restore();
if (!fromDisk && input.value.trim()) search();
input.addEventListener('input', () => {
  clearTimeout(timer);
  if (input.value.trim()) load().catch(() => {});
  timer = setTimeout(search, 250);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search();
});
form.addEventListener('change', (event) => {
  if (event.target !== input) search();
});
more.addEventListener('click', async () => {
  // A second press would show the same again.
  if (isShowing) return;
  isShowing = true;
  const before = list.children.length;
  const mine = turn;
  try {
    await show();
    // Whoever types again in the meantime stays where he is.
    if (mine === turn) list.children[before]?.querySelector('a').focus();
  } catch {
    status.textContent = said.failed;
  }
  isShowing = false;
});

// Pagefind starts its worker by address: the one place where script comes from a text, and the one text that may be it.
globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL: (text) => {
    const { origin, pathname } = new URL(text, location.href);
    const worker = bundles.some((bundle) => pathname === `${bundle}pagefind-worker.js`);
    return origin === location.origin && worker ? text : null;
  },
});

function load() {
  loading ??= (async () => {
    const [core, ...others] = bundles;
    const { createInstance } = await import(new URL(`${core}pagefind.js`, location.href).href);
    const pagefind = createInstance({ ...optionsOf(core), basePath: core });
    await Promise.all(others.map((bundle) => pagefind.mergeIndex(bundle, optionsOf(bundle))));
    await pagefind.filters();
    return pagefind;
  })();
  // The next try may find the network again.
  loading.catch(() => (loading = undefined));
  return loading;
}

// What all articles of an index have in common, none of them says by itself: /pagefind/en/2026-07/
function optionsOf(bundle) {
  const [, period, year] = /\/((\d+)[-\d]*)\/$/.exec(bundle);
  return { ...OPTIONS, language, mergeFilter: { period: [period], year: [year] } };
}

async function search() {
  const mine = ++turn;
  const words = input.value.trim();
  remember(words);
  status.textContent = words && (bundles.length ? said.searching : said.nothing);
  if (!words || !bundles.length) return clear();
  try {
    const found = await find(words);
    if (mine !== turn) return;
    clear();
    ({ ahead, waiting } = found);
    const { length } = found.results;
    const count = counts[plurals.select(length)].replace('{n}', length.toLocaleString(language));
    status.textContent = length ? count : said.nothing;
    for (const select of selects) fill(select, found.totalFilters[select.name] ?? {});
    filterBox.hidden = false;
    await show();
  } catch {
    if (mine !== turn) return;
    clear();
    status.textContent = said.failed;
  }
}

async function find(words) {
  const pagefind = await load();
  const filters = Object.fromEntries(selects.filter(({ value }) => value).map(({ name, value }) => [name, [value]]));
  const found = await pagefind.search(words, { filters });
  if (order.value !== 'newest') return { ...found, waiting: found.results, ahead: [] };
  // An order holds within one index alone, so each period is asked by itself, a year's newest month before the rest of
  // it; and only when those before it have been shown, because an archive has dozens.
  const periods = Object.entries(found.filters.period).filter(([, count]) => count > 0);
  const ask = (period) => pagefind.search(words, { filters: { ...filters, period: [period] }, sort: { date: 'desc' } });
  const newestFirst = periods
    .map(([period]) => period)
    .sort()
    .reverse();
  return { ...found, waiting: [], ahead: newestFirst.map((period) => () => ask(period)) };
}

async function show() {
  const mine = turn;
  while (waiting.length < PAGE && ahead.length) {
    const { results } = await ahead[0]();
    if (mine !== turn) return;
    ahead.shift();
    waiting = [...waiting, ...results];
  }
  const next = await Promise.all(waiting.slice(0, PAGE).map((result) => result.data()));
  if (mine !== turn) return;
  waiting = waiting.slice(PAGE);
  list.append(...next.map(item));
  more.hidden = !waiting.length && !ahead.length;
}

function item({ url, meta, filters, excerpt }) {
  const li = template.content.firstElementChild.cloneNode(true);
  const link = li.querySelector('a');
  const [address, shown] = url.split('#');
  const [day, lang] = shown.split('.');
  link.href = address;
  link.textContent = meta.title;
  const time = li.querySelector('time');
  time.dateTime = day;
  time.textContent = days.format(new Date(`${day}T00:00Z`));
  li.querySelector('span').textContent = filters.section?.[0] ?? '';
  li.querySelector('.search-excerpt').append(...marked(excerpt));
  li.lang = lang;
  return li;
}

function fill(select, values) {
  const chosen = select.value;
  const [any] = select.options;
  const wanted = ([value, count]) => count || value === chosen;
  const entries = Object.entries({ ...(chosen && { [chosen]: 0 }), ...values }).filter(wanted);
  entries.sort(([, a], [, b]) => b - a);
  const listed = entries.filter(([value], i) => i < LONGEST || value === chosen);
  listed.sort(([a], [b]) => (select.name === 'year' ? b - a : a.localeCompare(b, language)));
  select.replaceChildren(any, ...listed.map(([value, count]) => new Option(`${value} (${count})`, value)));
  select.value = chosen;
  select.closest('p').hidden = listed.length < 2 && !chosen;
}

function clear() {
  list.replaceChildren();
  waiting = [];
  ahead = [];
  more.hidden = true;
}

function remember(words) {
  const address = new URL(location.href);
  address.search = '';
  for (const { name, value } of [{ name: 'q', value: words }, ...selects, order])
    if (value) address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}

function restore() {
  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? input.value;
  for (const select of selects) {
    const value = asked.get(select.name);
    if (value) select.append(new Option(value, value, true, true));
  }
  order.value = asked.get('order') ?? '';
}

// What an article says stays text: of the markup of an excerpt only its marks are made.
function marked(excerpt) {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((piece, i) => {
    const text = piece.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    if (i % 2 === 0) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
