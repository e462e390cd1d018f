import path from 'node:path';
import { hasErrors } from '../diagnostics/diagnostic.ts';
import { freePort } from '../eleventy/free-port.ts';
import { PreviewServer } from '../eleventy/preview-server.ts';
import { PreviewSite } from '../eleventy/preview-site.ts';
import { watchFolders } from '../eleventy/watch-content.ts';
import type { ExitStatus } from './main.ts';
import { parse, SITE_OPTIONS, siteArguments, UsageError } from './options.ts';
import { reportContent } from './print-report.ts';
import { siteOptions } from './site-options.ts';

/** See the usage of `npm start`. */
export async function runStart(args: readonly string[]): Promise<ExitStatus> {
  const { values } = parse(args, { ...SITE_OPTIONS, port: { type: 'string' } });
  const asked = Number(values.port ?? 8080);
  if (!Number.isInteger(asked) || asked < 0 || asked > 65_535)
    throw new UsageError(`--port is not a number from 0 to 65535: ${values.port}`);
  // Pages name their own address, so it has to be known before they are planned.
  const port = await freePort(asked);
  const site = siteArguments(values);
  const options = siteOptions(site, 'preview');
  const preview = new PreviewSite({ ...options, baseUrl: `http://localhost:${port}` });
  await preview.refresh();
  tell(preview, site.content);

  const server = new PreviewServer(preview, {
    port,
    content: site.content,
    onReady: (url) => process.stdout.write(greeting(preview.articles, url, asked)),
  });
  await server.ready();
  const unwatch = watchFolders(
    [site.content, options.assets],
    async (changed) => {
      const began = performance.now();
      const said = (): void => void process.stdout.write(`Updated in ${Math.round(performance.now() - began)} ms\n`);
      // What an editor looks at is the page of the file that was saved: it does not wait for the rest of the site.
      const [file] = changed;
      const quick =
        changed.length === 1 && file !== undefined ? preview.patch(contentPath(site.content, file)) : undefined;
      if (quick !== undefined) {
        await server.update(quick);
        said();
        await new Promise(setImmediate);
      }
      await preview.refresh();
      await server.update();
      tell(preview, site.content);
      if (quick === undefined && !hasErrors(preview.diagnostics)) said();
    },
    (error) =>
      process.stderr.write(
        `${error instanceof Error ? error.stack : String(error)}\nThe preview goes on with the next save.\n`,
      ),
  );
  return untilInterrupted(async () => {
    unwatch();
    await server.close();
  });
}

/** What a preview says of itself when it is at `url`; `port` is the one that was asked for, 0 where any will do. */
export function greeting(articles: number, url: string, port: number): string {
  const moved = port !== 0 && Number(new URL(url).port || 80) !== port;
  const taken = `Port ${port} is taken, perhaps by another preview; this one is beside it.\n`;
  return `${moved ? taken : ''}${articles} articles, drafts and scheduled ones included: ${url}\nWrite in a form: ${url}admin/\nEach save shows at once. Ctrl+C ends it.\n`;
}

function contentPath(content: string, file: string): string {
  return path.relative(content, file).replaceAll(path.sep, '/');
}

function tell(preview: PreviewSite, content: string): void {
  if (preview.diagnostics.length > 0)
    process.stderr.write(`\n${reportContent(preview.diagnostics, content, 'text', process.stderr)}`);
}

function untilInterrupted(end: () => Promise<void>): Promise<ExitStatus> {
  return new Promise((resolve) => {
    const stop = (): void => void end().then(() => resolve(0));
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
