import type { UserConfig } from '@11ty/eleventy';
import { pagesToRender } from './src/eleventy/current-pages.ts';
import { pagesByLayout } from './src/eleventy/pages-by-layout.ts';

/** Wires Eleventy to the pages of the publication: layouts/ paginates over them, see docs/architecture.md. */
export default function (eleventy: UserConfig) {
  // Eleventy warns of slow transforms in a developer's terms; how long a build takes is said by its command.
  eleventy.benchmarks.config.setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);

  eleventy.addExtension('11ty.ts', { key: '11ty.js' });
  eleventy.setTemplateFormats(['11ty.ts']);
  eleventy.addGlobalData('pages', () => pagesByLayout(pagesToRender()));

  return { dir: { input: 'layouts', includes: 'components', data: 'data' } };
}
