import { deskSecurityPolicy } from '../desk/desk-page.ts';
import { feedPath, frontPath } from '../pages/addresses.ts';
import type { PageContext } from '../pages/page-context.ts';
import { absoluteUrl, hrefOf, type SiteBase } from '../pages/site-path.ts';
import type { Desk } from '../schema/desk.ts';
import { MachineFile } from './machine-file.ts';
import { contentSecurityPolicy, playersOf } from './security-policy.ts';

/**
 * Headers for the addresses of a form: one address; `*` at the end for all that follows; `:name` for one part. No header
 * is named by two rules that hold for one address, because hosts disagree on what that means; where one has to take the
 * place of another, `replaces` says so.
 */
export interface HeaderRule {
  /** Without base path. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Its headers take the place of those that an earlier rule gives. */
  readonly replaces?: boolean;
}

// Browsers show the source of `application/rss+xml`, or offer it as a download; as XML they show it with its style sheet.
const FEED_TYPES = {
  rss: 'application/xml; charset=utf-8',
  atom: 'application/xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;

// Its bytes never change under its name.
const FOR_EVER = 'public, max-age=31536000, immutable';

/** What hosts that are told of each file say of pages: a minute in which news is not news. */
export const PAGES_CACHE = 'public, max-age=60, stale-while-revalidate=600';

/** What no page of a news site asks of its reader's device. */
const PERMISSIONS = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
];

/** The headers of every response, beside the policy of its content. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': PERMISSIONS.map((name) => `${name}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The headers of a site. `contexts` has one for each edition, the main one first. */
export function headerRules(contexts: readonly PageContext[]): readonly HeaderRule[] {
  const [main] = contexts;
  if (!main) return [];
  const { publication, base } = main;
  const hub = publication.site.feeds?.hub;
  const policy = contentSecurityPolicy(playersOf(publication), publication.site.offline);
  return [
    { path: '/*', headers: { 'Content-Security-Policy': policy, ...SECURITY_HEADERS } },
    ...['/assets/*', '/img/*'].map((path) => ({ path, headers: { 'Cache-Control': FOR_EVER } })),
    ...contexts.flatMap(({ edition }) => [
      ...(['rss', 'atom', 'json'] as const).map((format): HeaderRule => {
        const path = feedPath(edition, format);
        // WebSub 1.0, section 4: the hub and the feed's own address.
        const links = hub && { Link: `<${hub}>; rel="hub", <${absoluteUrl(path, base)}>; rel="self"` };
        return { path, headers: { 'Content-Type': FEED_TYPES[format], ...links } };
      }),
      ...['section', 'tag', 'author'].map((subject) => ({
        path: `${frontPath(edition)}${subject}/:id/feed.xml`,
        headers: { 'Content-Type': FEED_TYPES.rss },
      })),
    ]),
    { path: '/manifest.webmanifest', headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } },
    ...(publication.site.desk ? [deskRule(publication.site.desk)] : []),
  ];
}

// Signing in opens a window of the host, which has to be able to answer.
function deskRule(desk: Desk): HeaderRule {
  const headers = {
    'Content-Security-Policy': deskSecurityPolicy(desk),
    'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
  };
  return { path: '/admin/*', headers, replaces: true };
}

/** `_headers`, in the form that Netlify and Cloudflare read. */
export function headersFile(rules: readonly HeaderRule[], base: SiteBase): MachineFile {
  return new MachineFile('/_headers', () =>
    rules
      .map(({ path, headers, replaces }) => {
        // Cloudflare joins the values of all rules unless it is told to drop those of before; Netlify takes the last.
        const drop = (name: string) => (replaces ? `  ! ${name}\n` : '');
        const lines = Object.entries(headers).map(([name, value]) => `${drop(name)}  ${name}: ${value}\n`);
        return `${hrefOf(path, base)}\n${lines.join('')}`;
      })
      .join('\n'),
  );
}

/** The headers of an address without base path: those of all rules that hold for it. */
export function headersFor(address: string, rules: readonly HeaderRule[]): Readonly<Record<string, string>> {
  return Object.assign({}, ...rules.filter(({ path }) => holds(path, address)).map(({ headers }) => headers));
}

function holds(path: string, address: string): boolean {
  if (path.endsWith('*')) return address.startsWith(path.slice(0, -1));
  const [wanted, given] = [path.split('/'), address.split('/')];
  return wanted.length === given.length && wanted.every((part, i) => part.startsWith(':') || part === given[i]);
}
