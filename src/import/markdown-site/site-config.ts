import { parse as parseToml } from 'smol-toml';
import type { Generator } from './file-names.ts';
import { parseForeignYaml } from './foreign-yaml.ts';

/** What the settings of the other generator say of addresses. */
export interface SiteConfig {
  /** Address of its front page. */
  readonly address?: string;
  /** Pattern of the addresses of the texts below a folder (`content/news`, or empty for all). */
  /** What `site.repository` and the like stand for. */
  readonly values?: Readonly<Record<string, string>>;
  readonly permalinks: readonly (readonly [folder: string, pattern: string])[];
}

const CONFIGS: Readonly<Record<Generator, RegExp>> = {
  hugo: /^(?:config\/_default\/)?(?:hugo|config|permalinks)\.(?:toml|ya?ml|json)$/,
  jekyll: /^_config\.ya?ml$/,
  // https://www.11ty.dev/docs/data-template-dir/
  eleventy: /^(?!.*node_modules\/)(?:.*\/)?([\w-]+)(?:\.11tydata)?\.json$/,
};

export const DATA_FILE = /(?:^|\/)(?:_data|data|_config|config|hugo)(?:\/[\w-]+)*\.(?:toml|ya?ml|json)$/;

/** Whether a file of the old site's folder is one of those that say where its texts are, or who writes them. */
export const isSetting = (file: string, generator: Generator): boolean =>
  CONFIGS[generator].test(file) || DATA_FILE.test(file);

/** Reads the settings that lie in the folder of the old site, if any. */
export function readSiteConfig(files: ReadonlyMap<string, string>, generator: Generator): SiteConfig {
  const read = [...files]
    .filter(([file]) => CONFIGS[generator].test(file))
    .map(([file, text]) => [file, dataOf(file, text)] as const);
  if (generator === 'eleventy')
    return { permalinks: read.flatMap(([file, { permalink }]) => eleventyRule(file, permalink)) };
  const all = Object.assign(
    {},
    ...read.map(([file, data]) => (/permalinks\./.test(file) ? { permalinks: data } : data)),
  );
  if (generator === 'jekyll')
    return {
      ...addressOf(`${textOf(all['url'])}${textOf(all['baseurl'])}`),
      values: Object.fromEntries(
        Object.entries(all).flatMap(([key, value]) => (typeof value === 'string' ? [[`site.${key}`, value]] : [])),
      ),
      permalinks: textOf(all['permalink']) === '' ? [] : [['', jekyllStyle(textOf(all['permalink']))]],
    };
  return { ...addressOf(textOf(all['baseURL'] ?? all['baseurl'])), permalinks: hugoRules(all['permalinks']) };
}

/** The data of a settings file; nothing where it cannot be read. */
export function dataOf(file: string, text: string): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = file.endsWith('.toml')
      ? parseToml(text)
      : file.endsWith('.json')
        ? JSON.parse(text)
        : parseForeignYaml(text)?.data;
    return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const addressOf = (url: string): { address?: string } => (/^https?:\/\/[^/]+/.test(url) ? { address: url } : {});

// https://gohugo.io/configuration/permalinks/: by section, since 0.131 within `page`.
function hugoRules(written: unknown): SiteConfig['permalinks'] {
  const map = (typeof written === 'object' && written !== null ? written : {}) as Record<string, unknown>;
  const pages = typeof map['page'] === 'object' && map['page'] !== null ? map['page'] : map;
  return Object.entries(pages).flatMap(([section, pattern]) =>
    typeof pattern === 'string'
      ? [[section === '/' ? 'content' : `content/${section}`, `${pattern.replace(/\/*$/, '')}/`] as const]
      : [],
  );
}

// https://jekyllrb.com/docs/permalinks/#built-in-formats
function jekyllStyle(permalink: string): string {
  const styles: Readonly<Record<string, string>> = {
    date: '/:categories/:year/:month/:day/:title.html',
    pretty: '/:categories/:year/:month/:day/:title/',
    ordinal: '/:categories/:year/:y_day/:title.html',
    weekdate: '/:categories/:year/W:week/:short_day/:title.html',
    none: '/:categories/:title.html',
  };
  return styles[permalink] ?? permalink.replace(':output_ext', '.html');
}

// A data file gives its folder, or the file of the same name, a permalink.
function eleventyRule(file: string, permalink: unknown): SiteConfig['permalinks'] {
  if (typeof permalink !== 'string') return [];
  return [[file.replace(/[^/]+$/, '').replace(/\/$/, ''), permalink]];
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
