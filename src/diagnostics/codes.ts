import type { Severity } from './diagnostic.ts';

/** Every fault that Dateline can name. A code is permanent: people search for it, and docs/errors.md explains it. */
const SEVERITIES = {
  'file-not-utf8': 'error',
  'file-too-large': 'error',
  'front-matter-missing': 'error',
  'front-matter-unclosed': 'error',
  'front-matter-language': 'error',
  'yaml-invalid': 'error',
  'yaml-duplicate-key': 'error',
  'yaml-alias': 'error',
  'json-invalid': 'error',
  'site-missing': 'error',
  'key-unknown': 'error',
  'key-missing': 'error',
  'title-missing': 'error',
  'value-type': 'error',
  'value-invalid': 'error',
  'date-missing': 'error',
  'date-invalid': 'error',
  'date-order': 'error',
  'zone-invalid': 'error',
  'contrast-low': 'error',
  'author-unknown': 'error',
  'section-unknown': 'error',
  'series-unknown': 'error',
  'related-unknown': 'error',
  'article-unknown': 'error',
  'translation-unknown': 'error',
  'language-unknown': 'error',
  'tag-conflict': 'error',
  'slug-invalid': 'error',
  'path-outside': 'error',
  'address-conflict': 'error',
  'redirect-loop': 'error',
  'redirect-conflict': 'error',
  'redirect-target-missing': 'error',
  'address-lost': 'error',
  'ledger-invalid': 'error',
  'image-missing': 'error',
  'image-remote': 'error',
  'image-unreadable': 'error',
  'image-alt-missing': 'error',
  'image-credit-missing': 'error',
  'link-broken': 'error',
  'link-unsafe': 'error',
  'link-picture': 'error',
  'link-unpublished': 'warning',
  'anchor-broken': 'error',
  'tweet-missing': 'error',
  'tweet-mismatch': 'error',
  'container-unknown': 'error',
  'container-unclosed': 'error',
  'update-time-invalid': 'error',
  'html-removed': 'warning',
  'heading-level': 'warning',
  'footnote-missing': 'error',
  'security-expired': 'warning',
  'history-missing': 'error',
} as const satisfies Record<string, Severity>;

/** What is not wrong and could be better: warnings that site.yaml may make errors or silence, and an article for itself. */
export const STYLE_CODES = [
  'headline-long',
  'standfirst-missing',
  'byline-missing',
  'author-page-empty',
  'paragraph-long',
  'link-text-vague',
  'link-forgotten',
  'link-http',
  'alt-repeats-caption',
  'alt-file-name',
  'image-small',
  'image-large',
  'tag-resembles',
  'change-unmarked',
] as const;
export type StyleCode = (typeof STYLE_CODES)[number];

export type DiagnosticCode = keyof typeof SEVERITIES | StyleCode;

const STYLE: ReadonlySet<string> = new Set(STYLE_CODES);

export const DIAGNOSTIC_CODES = [...Object.keys(SEVERITIES), ...STYLE_CODES] as readonly DiagnosticCode[];

export function isStyleCode(code: DiagnosticCode): code is StyleCode {
  return STYLE.has(code);
}

export function severityOf(code: DiagnosticCode): Severity {
  return isStyleCode(code) ? 'warning' : SEVERITIES[code];
}
