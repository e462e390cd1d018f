import type { default as Eleventy, EleventyResult } from '@11ty/eleventy';
import { setPagesToRender } from './current-pages.ts';
import type { SitePage } from './prepare-site.ts';

/** An Eleventy over layouts/ that says nothing by itself: faults are thrown, and what was made is told by the command. */
export async function startEleventy(output: string): Promise<Eleventy> {
  // Loaded only when there is something to render: its start is most of a build in which nothing changed.
  const { default: Class } = await import('@11ty/eleventy');
  const eleventy = new Class('layouts', output, { configPath: '.eleventy.ts', quietMode: true, source: 'script' });
  eleventy.disableLogger();
  return eleventy;
}

/** Renders these pages, with every transform, and writes nothing. @throws whatever a layout or Eleventy throws. */
export async function runEleventy(eleventy: Eleventy, pages: readonly SitePage[]): Promise<readonly EleventyResult[]> {
  setPagesToRender(pages);
  try {
    // Eleventy keeps global data from one run to the next; what there is to render is new each time.
    eleventy.templateData?.clearData();
    return await eleventy.toJSON();
  } finally {
    setPagesToRender(undefined);
  }
}
