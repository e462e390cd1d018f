import type { MarkdownIt } from 'markdown-it';
import { escapeHtml } from '../html/safe-html.ts';
import { safeUrl } from '../html/safe-url.ts';
import type { BodyEnv } from './environment.ts';
import type { Output } from './output.ts';

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i;
// Browsers drop these, so that what follows may be a scheme after all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
const IGNORED = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]+/g;

// What markdown-it takes apart and puts together again to the very same.
const PLAIN = /^https?:\/\/[a-z\d]+(?:[.-][a-z\d]+)*(?:\/[\w./~=&?-]*)?$/;

/** Whether an address leads to this publication: a path, an address from the root or an anchor. */
export function isInternal(href: string): boolean {
  return !ABSOLUTE.test(href.replace(IGNORED, ''));
}

/** Has http and https addresses in text become links, and leaves the judgement of every other address to openLink. */
export function useLinks(md: MarkdownIt, linkify: boolean): void {
  md.set({ linkify });
  // The core rule looks for addresses without a scheme, which is off; the inline rule finds the rest by itself.
  md.core.ruler.disable('linkify');
  md.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false, maxLength: 2000 });
  md.linkify.add('ftp:', null).add('mailto:', null).add('//', null);
  md.validateLink = () => true;
  const normalize = md.normalizeLink;
  // A path within the publication is a file's name, which is not percent-encoded.
  md.normalizeLink = (url) => (PLAIN.test(url) || isInternal(url) ? url : normalize(url));
}

/** Opens a link; where that is not possible (an unsafe address, a link within a link), its text stays. Every call needs one of closeLink. */
export function openLink(href: string, title: string | undefined, env: BodyEnv, out: Output): void {
  if (env.openLinks.length > 0) {
    env.openLinks.push('none');
  } else if (isInternal(href)) {
    env.openLinks.push('part');
    out.part({ type: 'link-open', href, ...(title === undefined ? {} : { title }), line: env.line });
  } else if (isSafe(href, env)) {
    env.openLinks.push('markup');
    out.write(`<a href="${escapeHtml(href)}"${title === undefined ? '' : ` title="${escapeHtml(title)}"`}>`);
  } else env.openLinks.push('none');
}

export function closeLink(env: BodyEnv, out: Output): void {
  const opened = env.openLinks.pop();
  if (opened === 'part') out.part({ type: 'link-close' });
  else if (opened === 'markup') out.write('</a>');
}

/** Whether the address may be linked to or loaded; says so in the problems if not. */
export function isSafe(href: string, env: BodyEnv): boolean {
  if (safeUrl(href) !== undefined) return true;
  const shown = href.length > 60 ? `${href.slice(0, 60)}…` : href;
  env.problems.push({
    code: 'link-unsafe',
    file: env.file,
    place: { at: 'text', line: env.line, text: href.slice(0, href.indexOf(':') + 1) },
    message: `\`${shown}\` is not an address that a page may lead to; its text stays, without a link`,
    help: 'use an address that begins with https: or mailto:, or a path within the publication',
  });
  return false;
}
