export interface Setting {
  readonly size: number;
  readonly lines: readonly string[];
}

export interface Room {
  readonly width: number;
  readonly height: number;
  /** From baseline to baseline, as a multiple of the size. */
  readonly leading: number;
  /** Descending. */
  readonly sizes: readonly number[];
}

/** A text in the largest size in which it fits its room; at the smallest, what does not fit is cut and an ellipsis says so. */
export function fitText(text: string, room: Room, widthOf: (text: string, size: number) => number): Setting {
  const words = text.split(/[\s\u00a0]+/u).filter((word) => word !== '');
  let setting: Setting = { size: 0, lines: [] };
  for (const size of room.sizes) {
    // Words are measured one by one: their widths are known from the size before, and no kerning crosses a space.
    const wide = (line: string): boolean => {
      const parts = line.split(' ');
      const widths = parts.reduce((sum, part) => sum + widthOf(part, size), 0);
      return widths + (parts.length - 1) * widthOf(' ', size) > room.width;
    };
    setting = { size, lines: breakLines(words, wide) };
    const most = Math.max(1, Math.floor(room.height / (size * room.leading)));
    if (setting.lines.length <= most && !setting.lines.some(wide)) return setting;
    if (size === room.sizes.at(-1)) return { size, lines: cut(setting.lines, most, wide) };
  }
  return setting;
}

function breakLines(words: readonly string[], wide: (line: string) => boolean): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || wide(longer)) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function cut(lines: readonly string[], most: number, wide: (line: string) => boolean): string[] {
  const kept = lines.slice(0, most).map((line) => (wide(line) ? shortened(line, wide) : line));
  const last = kept.at(-1);
  if (lines.length > most && last !== undefined) kept[kept.length - 1] = shortened(last, wide);
  return kept;
}

function shortened(line: string, wide: (line: string) => boolean): string {
  const characters = [...line.replace(/…$/, '')];
  while (characters.length > 1 && wide(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('').replace(/[\s,;:.–—-]+$/u, '')}…`;
}
