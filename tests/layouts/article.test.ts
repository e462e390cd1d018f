import { describe, expect, it } from 'vitest';
import { renderView } from '../../layouts/pages/render-view.ts';
import { pictureView } from '../../layouts/showcase/samples.ts';
import { article } from './fixtures.ts';
import { site } from './site.ts';

const plain = (text: string): string => text;
const page = renderView(article(plain), site(plain, 'en'));

describe('an article’s page', () => {
  it('tells its parts in the order of the design', () => {
    const order = [
      '<article class="article',
      'class="kicker"',
      '<h1 class="headline">',
      'class="standfirst"',
      'class="byline"',
      'class="dateline"',
      'class="time-published"',
      'class="time-updated"',
      'class="reading-time"',
      'class="figure figure-lead"',
      '<figcaption>',
      'class="prose"',
      'class="corrections"',
      'class="tags"',
      'class="authors"',
      'class="support"',
      'class="neighbours"',
      'class="related"',
      '</article>',
    ];
    const places = order.map((part) => page.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('is one article with one headline, and skips no level of headings', () => {
    expect(page.match(/<article/g)).toHaveLength(1);
    expect(page.match(/<h1/g)).toHaveLength(1);
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    levels.forEach((level, i) => {
      expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1);
    });
  });

  it('gives every picture its size, its words and all but the first a lazy start', () => {
    const images = page.match(/<img [^>]*>/g) ?? [];
    expect(images.length).toBeGreaterThan(5);
    for (const image of images) expect(image).toMatch(/ src="[^"]+" width="\d+" height="\d+" alt="/);
    expect(images[0]).toContain('fetchpriority="high"');
    expect(images.filter((image) => !image.includes('loading="lazy"'))).toHaveLength(1);
    expect(page).toContain(
      '<source type="image/avif" srcset="/img/coaches-640.avif 640w, /img/coaches-1280.avif 1280w" sizes="',
    );
  });

  it('lets editors say how wide a picture of the text stands', () => {
    const image = pictureView(plain);
    const widths = [{}, { wide: true }, { wide: false }].map((over) => {
      const body = [{ type: 'figure', image: { ...image, ...over } } as const];
      return /figure-(?:wide|text|tall)/.exec(renderView({ ...article(plain), body }, site(plain, 'en')))?.[0];
    });
    expect(widths).toEqual(['figure-wide', 'figure-wide', 'figure-text']);
  });

  it('sets the credit apart from the caption', () => {
    expect(page).toContain(
      '<span class="caption">Coaches carrying <em>freed</em> prisoners.</span> <span class="credit">',
    );
  });

  it('writes times with their offset and days without', () => {
    for (const [, time = ''] of page.matchAll(/datetime="([^"]+)"/g))
      expect(time).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?$/);
    expect(page).toContain('<time datetime="2025-07-04T18:20:00+03:00">4 July 2025, 18:20</time>');
  });

  it('quotes an archived post whole, with its line breaks and without its network', () => {
    expect(page).toContain('First line<br>second line <a href="https://x.com/Koord_shtab">@Koord_shtab</a>');
    expect(page).toContain('The original was found deleted on 6 July 2025.');
    expect(page).not.toMatch(/src="https?:/);
  });

  it('leads to the video without script', () => {
    expect(page).toContain(
      '<a class="video-play" href="https://www.youtube.com/watch?v=abc" data-player="https://www.youtube-nocookie.com/embed/abc"',
    );
    expect(page).not.toContain('<iframe');
  });

  it('marks in the preview, and only there, what readers do not see yet', () => {
    expect(page).toContain('state-note');
    expect(renderView(article(plain), { ...site(plain, 'en'), preview: false })).not.toContain('state-note');
  });

  it('names the language of what is in another', () => {
    expect(page).toContain('<span class="neighbour-title" lang="uk">');
    expect(page).toMatch(/hreflang="uk" lang="uk" rel="alternate">Читати українською</);
  });
});
