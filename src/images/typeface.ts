import { readFile } from 'node:fs/promises';
import bidiFactory from 'bidi-js';
import { Blob, Buffer as Characters, Direction, Face, Font, shape, Variation } from 'harfbuzzjs';
import { decompress } from 'wawoff2';

interface Subset {
  readonly font: Font;
  readonly unitsPerEm: number;
  readonly characters: ReadonlySet<number>;
}

/** A piece of a line that one file can set, all in one direction. */
interface Run {
  readonly subset: Subset;
  /** Of embedding, by Unicode's bidirectional algorithm: odd from right to left. */
  readonly level: number;
  part: string;
}

export type TextDirection = 'ltr' | 'rtl';

const bidi = bidiFactory();

// Widths of words, which come again in other headlines and in each size that is tried.
const REMEMBERED = 5000;

/** A typeface whose characters are spread over several files, as on the web, in one weight. */
export class Typeface {
  readonly #subsets: readonly Subset[];
  readonly #widths = new Map<string, number>();
  readonly #paths = new Map<Font, Map<number, string>>();

  private constructor(subsets: readonly Subset[]) {
    this.#subsets = subsets;
  }

  /** From WOFF2 files, variable or not; of two that have a character the first one counts. */
  static async load(files: readonly string[], weight: number): Promise<Typeface> {
    const subsets = await Promise.all(
      files.map(async (file) => {
        const unpacked = await decompress(await readFile(file));
        const face = new Face(new Blob(Uint8Array.from(unpacked).buffer));
        const font = new Font(face);
        font.setVariations([new Variation('wght', weight)]);
        return { font, unitsPerEm: face.upem, characters: new Set(face.collectUnicodes()) };
      }),
    );
    return new Typeface(subsets);
  }

  /** Whether every letter and digit of a text can be set. Signs that cannot are left out of it. */
  covers(text: string): boolean {
    return [...text].every((character) => !/[\p{L}\p{N}]/u.test(character) || this.#subsetFor(character) !== undefined);
  }

  widthOf(text: string, size: number): number {
    let width = this.#widths.get(text);
    if (width === undefined) {
      width = this.#glyphs(text).reduce((sum, { advance }) => sum + advance, 0);
      if (this.#widths.size > REMEMBERED) this.#widths.clear();
      this.#widths.set(text, width);
    }
    return width * size;
  }

  /** A line of text as outlines: SVG elements in pixels, their origin at the left end of the baseline. `direction` is that of the line as a whole. */
  outlines(text: string, size: number, direction: TextDirection = 'ltr'): string {
    let width = 0;
    let markup = '';
    for (const { font, glyph, scale, x, y, advance } of this.#glyphs(text, direction)) {
      const path = this.#pathOf(font, glyph);
      const place = `${rounded(width + x * size)} ${rounded(-y * size)}`;
      // A font's y goes up, a picture's goes down.
      if (path !== '')
        markup += `<path transform="translate(${place}) scale(${scale * size} ${-scale * size})" d="${path}"/>`;
      width += advance * size;
    }
    return markup;
  }

  /** From left to right; all measures are for a size of one. */
  #glyphs(text: string, direction: TextDirection = 'ltr') {
    return visualOrder(this.#runs(text, direction)).flatMap(({ subset: { font, unitsPerEm }, part, level }) => {
      const characters = new Characters();
      characters.addText(part);
      characters.guessSegmentProperties();
      characters.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
      shape(font, characters);
      const positions = characters.getGlyphPositions();
      const scale = 1 / unitsPerEm;
      return characters.getGlyphInfos().map(({ codepoint: glyph }, i) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
        return { font, glyph, scale, x: xOffset * scale, y: yOffset * scale, advance: xAdvance * scale };
      });
    });
  }

  #pathOf(font: Font, glyph: number): string {
    const paths = this.#paths.get(font) ?? new Map<number, string>();
    this.#paths.set(font, paths);
    const path = paths.get(glyph) ?? font.glyphToPath(glyph);
    paths.set(glyph, path);
    return path;
  }

  /** In the order in which they are read. A character is set by the file of the one before, where that has it too. */
  #runs(text: string, direction: TextDirection): Run[] {
    const composed = text.normalize('NFC');
    const { levels } = bidi.getEmbeddingLevels(composed, direction);
    const runs: Run[] = [];
    let at = 0;
    for (const character of composed) {
      const level = levels[at] ?? 0;
      at += character.length;
      const last = runs.at(-1);
      const same = last?.subset.characters.has(character.codePointAt(0) ?? 0) === true;
      if (last && same && last.level === level) last.part += character;
      else {
        const subset = same ? last?.subset : this.#subsetFor(character);
        if (subset) runs.push({ subset, level, part: character });
      }
    }
    return runs;
  }

  #subsetFor(character: string): Subset | undefined {
    return this.#subsets.find(({ characters }) => characters.has(character.codePointAt(0) ?? 0));
  }
}

/** From left to right: from the highest level to the lowest odd one, what is at it or above it is turned round. https://www.unicode.org/reports/tr9/#L2 */
function visualOrder(runs: readonly Run[]): readonly Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--)
    for (let start = 0; start < order.length; start++) {
      let end = start;
      while ((order[end]?.level ?? -1) >= level) end++;
      order.splice(start, end - start, ...order.slice(start, end).reverse());
      start = end;
    }
  return order;
}

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;
