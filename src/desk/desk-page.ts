import { createHash } from 'node:crypto';
import { html, trustedHtml } from '../html/safe-html.ts';
import type { Desk } from '../schema/desk.ts';

/** Modules that the desk's scripts name without a path, by where they lie below /admin/. */
export const DESK_MODULES = {
  yaml: './modules/yaml/index.js',
  immutable: './modules/immutable.js',
  'exifr/dist/lite.esm.mjs': './modules/exifr.js',
  'svgo/browser': './modules/svgo.js',
  'turndown/lib/turndown.browser.es.js': './modules/turndown.js',
} as const;

const IMPORT_MAP = JSON.stringify({ imports: DESK_MODULES });

/** The page at /admin/. All it shows is made by its script, so without script it says what it needs. `integrity` is that of the script. */
export function deskPage(publication: string, integrity?: string): string {
  return `<!doctype html>
${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${publication}: desk</title>
<script type="importmap">${trustedHtml(IMPORT_MAP)}</script>
<script type="module" src="desk.js"${integrity !== undefined && html` integrity="${integrity}"`}></script>
</head>
<body>
<noscript>The desk needs JavaScript. Articles are plain files: they can be written in any text editor, too.</noscript>
</body>
</html>
`}`;
}

/**
 * The Content-Security-Policy of /admin/ (W3C CSP 3): an application that shows files as they are picked and writes its
 * own style, and may speak with the site itself and the host of the repository; with nobody else.
 */
export function deskSecurityPolicy(desk: Desk | undefined): string {
  const importMap = `'sha256-${createHash('sha256').update(IMPORT_MAP).digest('base64')}'`;
  const hosts = desk ? hostsOf(desk) : [];
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", importMap, "'wasm-unsafe-eval'"],
    ['style-src', "'self'", "'unsafe-inline'", 'blob:'],
    ['img-src', "'self'", 'blob:', 'data:', ...hosts],
    ['font-src', "'self'"],
    ['media-src', "'self'", 'blob:'],
    ['worker-src', "'self'", 'blob:'],
    ['connect-src', "'self'", 'blob:', 'data:', ...hosts],
    ['manifest-src', "'self'", 'blob:', 'data:'],
    ['frame-src', "'self'", 'blob:'],
    ['form-action', "'self'"],
    // The frame of a preview names the site as its base.
    ['base-uri', "'self'"],
    ['frame-ancestors', "'none'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

/** Origins of the host that the repository is on, sorted. */
export function hostsOf({ backend, baseUrl, apiRoot }: Desk): readonly string[] {
  const standard = { github: 'https://api.github.com', gitlab: 'https://gitlab.com', gitea: 'https://gitea.com' }[
    backend
  ];
  const own = [apiRoot, backend === 'github' ? undefined : baseUrl].filter((address) => address !== undefined);
  const origins = (own.length > 0 ? own : [standard]).map((address) => new URL(address).origin);
  return [...new Set(origins)].sort();
}
