const PROLOG = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->/y;
const DOCTYPE = /<!doctype\s+([\w:-]+)[^>[]*(?:\[[\s\S]*?\]\s*)?>/iy;
const ELEMENT = /<([\w:-]+)/y;

/** Name of the first element of XML or HTML, in lower case and without its prefix; `html` after HTML's doctype. */
export function findRootElement(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, 65_536)).toString('latin1');
  let at = text.startsWith('\xef\xbb\xbf') ? 3 : 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  // One piece at a time: a single expression for the whole prolog would backtrack for ever on some of them.
  while (match(PROLOG) !== null);
  if (match(DOCTYPE)?.[1]?.toLowerCase() === 'html') return 'html';
  while (match(PROLOG) !== null);
  return match(ELEMENT)?.[1]?.toLowerCase().replace(/^.*:/, '');
}
