import { absoluteUrl, type SiteBase } from '../pages/site-path.ts';
import type { Site } from '../schema/site.ts';
import { AI_CRAWLERS } from './ai-crawlers.ts';
import { SITEMAP_INDEX } from './sitemap-files.ts';

/** robots.txt, RFC 9309: everything is open, except to AI crawlers where site.yaml says so. */
export function robotsText({ robots }: Pick<Site, 'robots'>, base: SiteBase): string {
  const denied =
    robots?.aiCrawlers === 'deny'
      ? `${AI_CRAWLERS.map((name) => `User-agent: ${name}\n`).join('')}Disallow: /\n\n`
      : '';
  return `User-agent: *\nAllow: /\n\n${denied}Sitemap: ${absoluteUrl(SITEMAP_INDEX, base)}\n`;
}
