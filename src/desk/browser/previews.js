// What readers would see of an entry, with the markup and the style sheets of the publication's layouts.

/** Shows entries as pages: `styles` are the addresses of the style sheets, `cms` is the configuration of Sveltia CMS. */
export function registerPreviews(CMS, { cms: { collections }, styles, isLocal }) {
  for (const style of styles) CMS.registerPreviewStyle(style);
  CMS.registerPreviewStyle(
    'body{padding:0 1.5rem 2rem}.prose p,.prose ul,.prose ol,.prose blockquote{margin-block:0 1.1em}',
    { raw: true },
  );
  for (const { name, fields } of collections) {
    const labels = new Map(
      fields.flatMap(({ name: key, options = [] }) => options.map(({ value, label }) => [`${key}=${value}`, label])),
    );
    const isArticle = name.startsWith('articles');
    if (isArticle || name === 'pages')
      CMS.registerPreviewTemplate(name, (props) => page(props, labels, { isArticle, isLocal }));
  }
}

// The order and the classes of layouts/pages/article.ts.
function page({ entry, widgetFor, getAsset }, labels, { isArticle, isLocal }) {
  const { h } = window;
  const { title, standfirst, section, kind, dateline, date, image, corrections = [] } = entry.get('data')?.toJS() ?? {};
  const kicker = [labels.get(`section=${section}`), kind !== 'news' && kind].filter(Boolean).join(' · ');
  const facts = h(
    'div',
    { className: 'article-facts' },
    h('div', { className: 'byline' }, widgetFor('authors')),
    h(
      'div',
      { className: 'article-when' },
      dateline && h('p', { className: 'dateline' }, dateline, ' '),
      h('p', { className: 'times' }, ' ', date),
    ),
  );
  return h(
    'main',
    {},
    h(
      'article',
      { className: `article article-${kind || 'news'}` },
      h(
        'header',
        { className: 'article-head' },
        kicker !== '' && h('p', { className: 'kicker' }, kicker),
        h('h1', { className: 'headline' }, title),
        standfirst && h('p', { className: 'standfirst' }, standfirst),
        isArticle && facts,
        leadFigure(h, image, (src) => addressOf(src, getAsset(src)?.url, isLocal)),
      ),
      h('div', { className: 'prose' }, widgetFor('body')),
      corrections?.length > 0 &&
        h(
          'section',
          { className: 'corrections' },
          corrections.map((correction, i) => h('p', { key: i }, h('b', {}, correction?.date), ' ', correction?.text)),
        ),
    ),
  );
}

// Sveltia CMS reads a picture when it is first asked for it, and knows its address only after that.
function addressOf(src, url, isLocal) {
  if (url?.startsWith('blob:')) return url;
  return isLocal && src.startsWith('/') ? new URL(`files/content${src}`, document.baseURI).href : src;
}

function leadFigure(h, image, address) {
  if (!image?.src) return false;
  const { src, alt, caption, credit } = image;
  return h(
    'figure',
    { className: 'figure figure-lead' },
    h('img', { src: address(src), alt: alt ?? '' }),
    (caption || credit) &&
      h(
        'figcaption',
        {},
        caption && h('span', { className: 'caption' }, caption, ' '),
        credit && h('span', { className: 'credit' }, credit),
      ),
  );
}
