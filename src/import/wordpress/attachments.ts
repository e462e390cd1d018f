import type { WxrItem } from './wxr.ts';

/** The media library of an export. */
export interface Attachments {
  readonly byId: ReadonlyMap<string, WxrItem>;
  readonly byUrl: ReadonlyMap<string, WxrItem>;
  /** Of the item that they were uploaded for. */
  readonly byParent: ReadonlyMap<string, readonly WxrItem[]>;
}

export function indexAttachments(items: readonly WxrItem[]): Attachments {
  const attachments = items.filter(({ type }) => type === 'attachment');
  return {
    byId: new Map(attachments.map((item) => [item.id, item])),
    byUrl: new Map(attachments.map((item) => [item.attachmentUrl, item])),
    byParent: Map.groupBy(attachments, ({ parent }) => parent),
  };
}
