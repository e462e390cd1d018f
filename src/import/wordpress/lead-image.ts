import type { Notes } from '../import-note.ts';
import { hasCredit } from '../pictures.ts';
import { plainText } from '../plain-text.ts';
import type { ItemContext } from './item-context.ts';
import type { WxrItem } from './wxr.ts';

// Of the plugins Media Credit and Navis Media Credit.
const CREDITS = ['_media_credit', '_navis_media_credit', '_navis_media_credit_org'];

/** Whom the media library credits a picture to; empty when it does not say. */
export function creditIn(meta: WxrItem['meta']): string {
  const named = CREDITS.map((key) => plainText(meta.get(key) ?? '')).filter((name) => name !== '');
  return [...new Set(named)].join('/');
}

/** The picture that an item is shown with, with what the media library knows of it. */
export function leadImage(item: WxrItem, context: ItemContext, notes: Notes) {
  const id = item.meta.get('_thumbnail_id');
  if (id === undefined || id === '' || id === '0') return undefined;
  const attachment = context.attachments.byId.get(id);
  const src = attachment && context.library.take(attachment.attachmentUrl);
  if (!attachment || src === undefined) {
    const name = attachment?.attachmentUrl ?? `attachment ${id}, which is not in the export`;
    notes.person('the lead picture was left out', '', name);
    return undefined;
  }
  const alt = attachment.meta.get('_wp_attachment_image_alt');
  const caption = plainText(attachment.excerpt);
  const credit = hasCredit(caption, context.site.language) ? '' : creditIn(attachment.meta) || context.rules.credit;
  return {
    src: `/${src}`,
    ...(alt ? { alt } : {}),
    ...(caption === '' ? {} : { caption }),
    ...(credit ? { credit } : {}),
  };
}
