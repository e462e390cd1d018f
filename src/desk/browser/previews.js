// What readers would see of an entry, with the markup and the style sheets of the publication's layouts.

/** Shows entries as pages: `styles` are the addresses of the style sheets, `cms` is the configuration of Sveltia CMS. */
export function registerPreviews(CMS, { collections }, styles) {
  for (const style of styles) CMS.registerPreviewStyle(style);
  CMS.registerPreviewStyle('body{padding:0 1.5rem 2rem}', { raw: true });
  for (const { name, fields } of collections) {
    const labels = new Map(
      fields.flatMap(({ name: key, options = [] }) => options.map(({ value, label }) => [`${key}=${value}`, label])),
    );
    const isArticle = name.startsWith('articles');
    if (isArticle || name === 'pages') CMS.registerPreviewTemplate(name, (props) => page(props, labels, isArticle));
  }
}

// The order and the classes of layouts/pages/article.ts.
function page({ entry, widgetFor, getAsset }, labels, isArticle) {
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
      dateline && h('p', { className: 'dateline' }, dateline),
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
        leadFigure(h, image, getAsset),
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

function leadFigure(h, image, getAsset) {
  if (!image?.src) return false;
  const { src, alt, caption, credit } = image;
  return h(
    'figure',
    { className: 'figure figure-lead' },
    h('img', { src: getAsset(src)?.url ?? src, alt: alt ?? '' }),
    (caption || credit) &&
      h(
        'figcaption',
        {},
        caption && h('span', { className: 'caption' }, caption, ' '),
        credit && h('span', { className: 'credit' }, credit),
      ),
  );
}
