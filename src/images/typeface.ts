import { readFile } from 'node:fs/promises';
import { Blob, Buffer as Characters, Face, Font, shape, Variation } from 'harfbuzzjs';
import { decompress } from 'wawoff2';

/** A line of text as outlines: an SVG path in pixels, its origin at the start of the baseline. */
export interface Outline {
  readonly path: string;
  readonly width: number;
}

interface Subset {
  readonly font: Font;
  readonly unitsPerEm: number;
  readonly characters: ReadonlySet<number>;
}

// Widths of words, which come again in other headlines and in each size that is tried.
const REMEMBERED = 5000;

/** A typeface whose characters are spread over several files, as on the web, in one weight. */
export class Typeface {
  readonly #subsets: readonly Subset[];
  readonly #widths = new Map<string, number>();

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

  set(text: string, size: number): Outline {
    let width = 0;
    let path = '';
    for (const { font, glyph, scale, x, y, advance } of this.#glyphs(text)) {
      path += moved(font.glyphToPath(glyph), scale * size, width + x * size, -y * size);
      width += advance * size;
    }
    return { path, width };
  }

  /** In the order in which they stand; all measures are for a size of one. */
  #glyphs(text: string) {
    return this.#runs(text).flatMap(({ subset: { font, unitsPerEm }, part }) => {
      const characters = new Characters();
      characters.addText(part);
      characters.guessSegmentProperties();
      shape(font, characters);
      const positions = characters.getGlyphPositions();
      const scale = 1 / unitsPerEm;
      return characters.getGlyphInfos().map(({ codepoint: glyph }, i) => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
        return { font, glyph, scale, x: xOffset * scale, y: yOffset * scale, advance: xAdvance * scale };
      });
    });
  }

  /** Pieces of a text that one file can set: the file of the character before, where it has this one too. */
  #runs(text: string): { readonly subset: Subset; part: string }[] {
    const runs: { subset: Subset; part: string }[] = [];
    for (const character of text.normalize('NFC')) {
      const last = runs.at(-1);
      if (last?.subset.characters.has(character.codePointAt(0) ?? 0)) last.part += character;
      else {
        const subset = this.#subsetFor(character);
        if (subset) runs.push({ subset, part: character });
      }
    }
    return runs;
  }

  #subsetFor(character: string): Subset | undefined {
    return this.#subsets.find(({ characters }) => characters.has(character.codePointAt(0) ?? 0));
  }
}

/** A glyph's path, whose y goes up, scaled and put in its place in a picture, whose y goes down. */
function moved(path: string, scale: number, x: number, y: number): string {
  let horizontal = true;
  return path.replace(/[A-Za-z]|-?[\d.]+(?:e-?\d+)?/g, (token) => {
    if (/^[A-Za-z]$/.test(token)) {
      horizontal = true;
      return token;
    }
    const value = horizontal ? x + Number(token) * scale : y - Number(token) * scale;
    horizontal = !horizontal;
    return String(Math.round(value * 10) / 10);
  });
}
