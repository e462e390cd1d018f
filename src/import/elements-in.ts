export interface FoundElement {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The elements of these names, each up to the first end tag of its name; those without one are none. A pattern with a
 * back reference would look for the end of each such tag through the whole rest of the text.
 */
export function* elementsIn(html: string, names: readonly string[]): Generator<FoundElement> {
  const opening = new RegExp(`<(${names.join('|')})\\b`, 'gi');
  const unclosed = new Set<string>();
  for (let match = opening.exec(html); match !== null; match = opening.exec(html)) {
    const name = match[1]?.toLowerCase() ?? '';
    if (unclosed.has(name)) continue;
    const closing = new RegExp(`</${name}\\s*>`, 'gi');
    closing.lastIndex = opening.lastIndex;
    if (closing.test(html)) {
      opening.lastIndex = closing.lastIndex;
      yield { name, start: match.index, end: closing.lastIndex };
    } else unclosed.add(name);
  }
}

/** A text with something else in the place of these elements. */
export function replaceElements(
  html: string,
  names: readonly string[],
  replace: (whole: string, name: string) => string,
): string {
  let out = '';
  let from = 0;
  for (const { name, start, end } of elementsIn(html, names)) {
    out += html.slice(from, start) + replace(html.slice(start, end), name);
    from = end;
  }
  return out + html.slice(from);
}
