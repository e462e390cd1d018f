import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { UserConfig } from '@11ty/eleventy';
import { pagesToRender } from './src/eleventy/current-pages.ts';
import { pagesByLayout } from './src/eleventy/pages-by-layout.ts';

const loadLayout = (file: string) => import(pathToFileURL(path.resolve(file)).href);

/** Wires Eleventy to the pages of the publication: layouts/ paginates over them, see docs/architecture.md. */
export default function (eleventy: UserConfig) {
  // Eleventy warns of slow transforms in a developer's terms; how long a build takes is said by its command.
  eleventy.benchmarks.config.setMinimumThresholdMs(Number.MAX_SAFE_INTEGER);

  // Eleventy's own way loads a layout under a new name each time, which no cache of compiled code knows.
  eleventy.addExtension('11ty.ts', {
    read: false,
    useJavaScriptImport: true,
    getData: true,
    getInstanceFromInputPath: loadLayout,
    compile: async (_content, file) => (await loadLayout(file)).render,
    compileOptions: { cache: true, getCacheKey: (_content, file) => file },
  });
  eleventy.setTemplateFormats(['11ty.ts']);
  eleventy.addGlobalData('pages', () => pagesByLayout(pagesToRender()));

  return { dir: { input: 'layouts', includes: 'components', data: 'data' } };
}
