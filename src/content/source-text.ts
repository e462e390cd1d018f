/** A file as text: without byte-order mark, with `\n` line ends. Undefined when its bytes are not UTF-8, or hold a NUL, which no text does. */
export function decodeSource(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : normaliseLines(text);
  } catch {
    return undefined;
  }
}

/** Where the first byte sequence that is not UTF-8 stands, as line and column from 1. */
export function firstBadByte(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  const text = normaliseLines(new TextDecoder('utf-8').decode(bytes));
  // A file may hold U+FFFD rightly; the first one is still the best place to look.
  const before = text.slice(0, Math.max(0, text.search(/[\ufffd\0]/)));
  const line = before.split('\n').length;
  return { line, column: before.length - before.lastIndexOf('\n') };
}

function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
