/** A picture as the site serves it: every file a browser may choose from. Addresses begin with a slash (`/img/…`); in a view they hold the site's base path. Plain JSON. */
export interface Picture {
  /** Best format first: AVIF, then WebP; the fallback stands in `fallback`. Empty for formats that are served as they are (SVG, animated GIF). */
  readonly sources: readonly PictureSource[];
  /** JPEG, or PNG where there is transparency: what `<img src>` and machines that know one format get. */
  readonly fallback: PictureFile;
  /** Of the original, after its EXIF orientation; the ratio of all files. */
  readonly width: number;
  readonly height: number;
  /** Average colour, `#rrggbb`: what stands in the frame while the picture loads. */
  readonly colour: string;
}

export interface PictureSource {
  readonly type: string;
  readonly files: readonly PictureFile[];
}

export interface PictureFile {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}
