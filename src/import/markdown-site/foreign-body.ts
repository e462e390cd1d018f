import type { OldPicture } from '../pictures.ts';
import { replaceHugoShortcodes } from './hugo-shortcodes.ts';
import { replaceLiquid } from './liquid.ts';
import { outsideVerbatim } from './verbatim.ts';

/** What the conversion of a body asks of whoever knows the other site. */
export interface ForeignSite {
  /** What stands in braces in its texts. */
  readonly syntax: 'hugo' | 'liquid';
  readonly picture: (picture: OldPicture) => string;
  /** Where a link leads now. */
  readonly link: (href: string) => string;
  /** Address of the text in a file, named as the other generator does. */
  readonly fileNamed: (name: string) => string | undefined;
  readonly changed: (message: string, near?: string) => void;
  readonly person: (message: string, near?: string) => void;
}

const PICTURE = /!\[([^\]\n]*)\]\(\s*<?([^\s)>]+)>?(?:\s+(?:"([^"]*)"|'([^']*)'))?\s*\)/g;
const TAG = /<img\s[^>]*>/gi;
const LINK = /(?<!!)\[([^\]\n]*)\]\(\s*<?([^\s)>]+)>?((?:\s+"[^"]*")?)\s*\)/g;

/** The Markdown of Dateline for that of another generator; code stays as it is. */
export function convertForeignBody(body: string, site: ForeignSite): string {
  const whole = site.syntax === 'hugo' ? replaceHugoShortcodes(body, site) : replaceLiquid(body, site);
  return `${outsideVerbatim(whole, (text) => convertText(text, site)).trim()}\n`;
}

function convertText(text: string, site: ForeignSite): string {
  return text
    .replace(/\{:\s*[.#][^}\n]*\}/g, () => {
      site.changed('classes in braces were left out');
      return '';
    })
    .replace(TAG, (tag) => {
      const attribute = (name: string): string => new RegExp(`\\b${name}=["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? '';
      return site.picture({ url: attribute('src'), alt: attribute('alt'), caption: '' });
    })
    .replace(PICTURE, (whole, alt: string, url: string, double?: string, single?: string) =>
      url.startsWith('/images/imported/') ? whole : site.picture({ url, alt, caption: double ?? single ?? '' }),
    )
    .replace(LINK, (_, words: string, href: string, title: string) => `[${words}](${site.link(href)}${title})`);
}
