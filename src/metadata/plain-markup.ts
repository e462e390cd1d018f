import { decodeMarkup } from '../markdown/plain-text.ts';

/** What inline markup (a caption, a credit) says, as text. */
export function plainMarkup(markup: string): string {
  return decodeMarkup(markup.replace(/<[^<>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim();
}
