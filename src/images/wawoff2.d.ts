/** The part of wawoff2 2 that Dateline uses; the package ships no types. */
declare module 'wawoff2' {
  /** WOFF2 → TrueType. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
  /** WOFF2 of a TrueType or OpenType font. */
  export function compress(font: Uint8Array): Promise<Uint8Array>;
}
