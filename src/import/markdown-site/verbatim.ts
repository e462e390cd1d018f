const VERBATIM =
  /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[ \t]*$|<blockquote\s[^<>]*\btwitter-(?:tweet|video)\b[\s\S]*?<\/blockquote>(?:\s*<script\b[^>]*>\s*<\/script>)?|\{%-?\s*raw\s*-?%\}([\s\S]*?)\{%-?\s*endraw\s*-?%\}|(?<!`)(`+)(?!`)[^\n]*?(?<!`)\3(?!`)/gm;
// Of a range that no text uses, so that what is left alone can stand within a link.
const MARK = /\ue000(\d+)\ue001/g;

/** Applies `convert` to everything but code, pasted posts and what Liquid is told to leave alone. */
export function outsideVerbatim(text: string, convert: (text: string) => string): string {
  const kept: string[] = [];
  const masked = text.replace(MARK, '').replace(VERBATIM, (whole) => `\ue000${kept.push(whole) - 1}\ue001`);
  return convert(masked).replace(MARK, (_, at: string) => kept[Number(at)] ?? '');
}
