declare const brand: unique symbol;

/** An address that may stand in `href` or `src`: its scheme cannot run script. */
export type SafeUrl = string & { readonly [brand]: 'SafeUrl' };

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const SAFE_SCHEME = /^(?:https?|mailto|tel|sms|geo|xmpp|matrix):/i;
// Browsers drop tabs and line ends inside an address and white space and controls before it, so `java\nscript:` is a scheme too.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what has to be found
const IGNORED = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]/g;

/** The address itself when its scheme is harmless (or when it has none), else undefined. */
export function safeUrl(address: string): SafeUrl | undefined {
  // Trimmed first: what is trimmed may be more than what a browser ignores, a no-break space for one.
  const trimmed = address.trim();
  const bare = trimmed.replace(IGNORED, '');
  if (SCHEME.test(bare) && !SAFE_SCHEME.test(bare)) return undefined;
  return trimmed as SafeUrl;
}
