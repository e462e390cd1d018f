const VERBATIM =
  /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$|\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\3(?!`)/gm;

/** Applies `convert` to everything but code and what Liquid is told to leave alone. */
export function outsideVerbatim(text: string, convert: (text: string) => string): string {
  let out = '';
  let end = 0;
  for (const match of text.matchAll(VERBATIM)) {
    out += convert(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return out + convert(text.slice(end));
}
