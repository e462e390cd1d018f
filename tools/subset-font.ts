import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** What of a variable typeface is kept. */
export interface Subset {
  readonly characters: ReadonlySet<number>;
  readonly weights: { readonly from: number; readonly to: number };
  readonly kerning: boolean;
}

/** HarfBuzz's own C interface, as its WebAssembly exports it. Pointers are numbers. */
interface HarfBuzz {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(at: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_face_destroy(face: number): void;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set(input: number, kind: number): number;
  hb_subset_input_set_axis_range(
    input: number,
    face: number,
    tag: number,
    from: number,
    to: number,
    at: number,
  ): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

const WRITABLE = 2;
const WEIGHT = 0x77676874;
const DROPPED_TABLES = 3;
const GPOS = 0x47504f53;

let loading: Promise<HarfBuzz> | undefined;

function harfBuzz(): Promise<HarfBuzz> {
  loading ??= (async () => {
    const file = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm');
    const { instance } = await WebAssembly.instantiate(await readFile(file));
    const exports = instance.exports as unknown as HarfBuzz;
    exports._initialize();
    return exports;
  })();
  return loading;
}

/**
 * A part of a TrueType font, with the OpenType features that its characters need. Same input, same bytes.
 * @throws Error when the font cannot be read or has none of the characters.
 */
export async function subsetFont(font: Uint8Array, { characters, weights, kerning }: Subset): Promise<Uint8Array> {
  const hb = await harfBuzz();
  const data = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer).set(font, data);
  const blob = hb.hb_blob_create(data, font.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  const wanted = hb.hb_subset_input_unicode_set(input);
  for (const character of characters) hb.hb_set_add(wanted, character);
  if (!kerning) hb.hb_set_add(hb.hb_subset_input_set(input, DROPPED_TABLES), GPOS);
  hb.hb_subset_input_set_axis_range(input, face, WEIGHT, weights.from, weights.to, weights.from);
  const part = hb.hb_subset_or_fail(face, input);
  if (part === 0) throw new Error('HarfBuzz cannot make this subset');
  const result = hb.hb_face_reference_blob(part);
  const start = hb.hb_blob_get_data(result, 0);
  const bytes = new Uint8Array(hb.memory.buffer, start, hb.hb_blob_get_length(result)).slice();
  hb.hb_blob_destroy(result);
  hb.hb_face_destroy(part);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(data);
  if (bytes.length === 0) throw new Error('the font has none of these characters');
  return bytes;
}
