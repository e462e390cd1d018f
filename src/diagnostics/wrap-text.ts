/** What a terminal shows in a line. */
export const COLUMNS = 80;

// What is to be copied, such as a command, stays on one line; a backtick that only happens to be there holds nothing together.
const QUOTED = /`[^`]{1,60}`/g;
const TIED = '\0';

/** A sentence in lines of eighty columns; `indent` stands before every line but the first, which begins after `taken` columns. */
export function wrapText(text: string, indent: string, taken = indent.length): string {
  const lines = [''];
  for (const tied of text.replace(QUOTED, (quoted) => quoted.replaceAll(' ', TIED)).split(' ')) {
    const word = tied.replaceAll(TIED, ' ');
    const line = lines.at(-1) ?? '';
    const room = COLUMNS - (lines.length === 1 ? taken : indent.length);
    if (line !== '' && line.length + word.length + 1 > room) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join(`\n${indent}`);
}

/** Sentences in lines of eighty columns each; a line that is set in, such as a file's name in a list, stays whole. */
export function wrapLines(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(' ') ? line : wrapText(line, '')))
    .join('\n');
}
