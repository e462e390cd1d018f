import type { Publication } from '../publication/publication.ts';

/** Origins of the players that published pages can open, sorted. */
export function playersOf({ entries, pages, authors, tagRecords, series }: Publication): readonly string[] {
  const documents = [
    ...[...entries.values()].map(({ article }) => article),
    ...pages.values(),
    ...authors.values(),
    ...tagRecords.values(),
    ...series.values(),
  ];
  return [...new Set(documents.flatMap(({ body }) => body.players))].sort();
}

/**
 * The Content-Security-Policy of every page (W3C CSP 3): all from the site itself, nothing inline, frames for `players`
 * alone. JSON-LD is data, which no policy holds back.
 */
export function contentSecurityPolicy(players: readonly string[], offline = false): string {
  const directives: readonly (readonly string[])[] = [
    ['default-src', "'none'"],
    // The search is WebAssembly, which needs a word of its own.
    ['script-src', "'self'", "'wasm-unsafe-eval'"],
    ['style-src', "'self'"],
    ['img-src', "'self'"],
    ['font-src', "'self'"],
    ['media-src', "'self'"],
    ['worker-src', "'self'"],
    ['connect-src', "'self'"],
    ['manifest-src', "'self'"],
    ['frame-src', ...(players.length > 0 ? players : ["'none'"])],
    ['form-action', "'self'"],
    ['base-uri', "'none'"],
    ['frame-ancestors', "'self'"],
    ['require-trusted-types-for', "'script'"],
    // The search's and the offline script's, each of which lets its own worker through and nothing else.
    ['trusted-types', 'default', ...(offline ? ['offline'] : [])],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}

/** The policy with the room that a live preview needs: its client parses pages, hears of changes from a WebSocket, and frames what editors are told of the page. */
export function previewSecurityPolicy(policy: string): string {
  return policy
    .split('; ')
    .filter((directive) => !/^(?:require-trusted-types-for|trusted-types) /.test(directive))
    .map((directive) =>
      directive === "connect-src 'self'"
        ? `${directive} ws://localhost:* ws://127.0.0.1:*`
        : directive.replace(/^frame-src (?:'none')?/, "frame-src 'self' ").trim(),
    )
    .join('; ');
}
