import { readFile } from 'node:fs/promises';
import { Blob, Buffer as Characters, Face, Font, shape, Variation } from 'harfbuzzjs';
import { decompress } from 'wawoff2';

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

  /** A line of text as outlines: SVG elements in pixels, their origin at the start of the baseline. */
  outlines(text: string, size: number): string {
    let width = 0;
    let markup = '';
    for (const { font, glyph, scale, x, y, advance } of this.#glyphs(text)) {
      const path = this.#pathOf(font, glyph);
      const place = `${rounded(width + x * size)} ${rounded(-y * size)}`;
      // A font's y goes up, a picture's goes down.
      if (path !== '')
        markup += `<path transform="translate(${place}) scale(${scale * size} ${-scale * size})" d="${path}"/>`;
      width += advance * size;
    }
    return markup;
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

  #pathOf(font: Font, glyph: number): string {
    const paths = this.#paths.get(font) ?? new Map<number, string>();
    this.#paths.set(font, paths);
    const path = paths.get(glyph) ?? font.glyphToPath(glyph);
    paths.set(glyph, path);
    return path;
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

const rounded = (pixels: number): number => Math.round(pixels * 100) / 100;
