import { endsTooEarly } from './ends-too-early.ts';
import { findRootElement } from './find-root-element.ts';

const START_BYTES = 1024;

/** What a foreign file begins with, read as Latin-1. */
const FOREIGN: readonly (readonly [string | RegExp, string])[] = [
  ['%PDF-', 'this is a PDF, not a picture'],
  ['8BPS', 'this is a Photoshop file; export it as JPEG or PNG'],
  [/^....ftyp(?:hei|hev|mif|msf)/s, 'this is a HEIC photo, which browsers cannot show; export it as JPEG'],
  [/^....ftyp(?:qt|mp4|iso|M4V)/s, 'this is a video, not a picture'],
  ['\x1aE\xdf\xa3', 'this is a video, not a picture'],
  ['\0\0\0\x0cJXL ', 'this is a JPEG XL picture, which few browsers can show; export it as JPEG'],
  ['\xff\x0a', 'this is a JPEG XL picture, which few browsers can show; export it as JPEG'],
  ['BM', 'this is a BMP picture; export it as PNG'],
  ['PK\x03\x04', 'this is a ZIP archive or an office document, not a picture'],
  ['\x1f\x8b', 'this is a compressed file, not a picture'],
  ['version https://git-lfs', 'this is a Git LFS pointer, the picture itself was not fetched; run `git lfs pull`'],
];

const HTML = new Set(['html', 'head', 'body', 'title', 'meta', 'script']);
const PICTURE = /^(?:\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftyp(?:avi|mif)|II\*\0|MM\0\*)/s;

/** Why bytes that no decoder takes are not a picture, in words for the person who put the file there. */
export function explainUnreadable(bytes: Uint8Array, decoderMessage = ''): string {
  if (bytes.length === 0) return 'the file is empty';
  const start = Buffer.from(bytes.subarray(0, START_BYTES))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  for (const [sign, reason] of FOREIGN) {
    if (typeof sign === 'string' ? start.startsWith(sign) : sign.test(start)) return reason;
  }
  if (HTML.has(findRootElement(bytes) ?? '')) return 'this is an HTML page, not a picture';
  if (endsTooEarly(bytes) || /premature end|unexpected end/i.test(decoderMessage)) return 'the file ends too early';
  if (/too large/i.test(decoderMessage)) return 'the picture is too tall for its width';
  if (PICTURE.test(start)) return 'the picture is damaged';
  return isText(bytes) ? 'this is a text, not a picture' : 'this is not a picture in a format that is known here';
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, START_BYTES), { stream: true });
    return !text.includes('\0');
  } catch {
    return false;
  }
}
