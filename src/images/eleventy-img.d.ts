/** The part of @11ty/eleventy-img 7 that Dateline uses; the package ships no types. */
declare module '@11ty/eleventy-img' {
  import type { AvifOptions, JpegOptions, PngOptions, Sharp, SharpOptions, WebpOptions } from 'sharp';

  export interface ImageOptions {
    readonly widths: readonly number[];
    readonly formats: readonly string[];
    readonly formatFiltering: readonly string[];
    readonly useCache: boolean;
    /** Converts into memory and writes nothing. */
    readonly dryRun: boolean;
    readonly sharpOptions: SharpOptions;
    readonly sharpAvifOptions: AvifOptions;
    readonly sharpWebpOptions: WebpOptions;
    readonly sharpJpegOptions: JpegOptions;
    readonly sharpPngOptions: PngOptions;
    readonly transform: (picture: Sharp, target: { readonly width: number }) => void;
  }

  export interface ConvertedFile {
    readonly format: string;
    readonly width: number;
    readonly height: number;
    readonly buffer: Buffer;
  }

  export class Image {
    constructor(source: string, options: ImageOptions);
    getHash(): string;
    resize(input: Buffer): Promise<Readonly<Record<string, readonly ConvertedFile[]>>>;
  }
}
