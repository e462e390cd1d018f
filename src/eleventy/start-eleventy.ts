import type Eleventy from '@11ty/eleventy';
import { type Rendering, setCurrentRendering } from './current-site.ts';

/** An Eleventy over layouts/ that says nothing by itself: faults are thrown, and what was made is told by the command. */
export async function startEleventy(output: string): Promise<Eleventy> {
  // Loaded only when there is something to render: its start is most of a build in which nothing changed.
  const { default: Class } = await import('@11ty/eleventy');
  const eleventy = new Class('layouts', output, { configPath: '.eleventy.ts', quietMode: true, source: 'script' });
  eleventy.disableLogger();
  return eleventy;
}

/** Runs an Eleventy over these pages. @throws whatever a layout, Eleventy or the disk throws. */
export async function runEleventy<T>(eleventy: Eleventy, rendering: Rendering, run: () => Promise<T>): Promise<T> {
  setCurrentRendering(rendering);
  try {
    // Eleventy keeps global data from one run to the next; what there is to render is new each time.
    eleventy.templateData?.clearData();
    return await run();
  } finally {
    setCurrentRendering(undefined);
  }
}
