const TAG = /<[a-z][^<>]*>/gi;
const ADDRESS = /(\s(?:href|src|cite)=")([^"]*)"/gi;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** Where markup comes from: `page` is its page's address, `origin` what an address from the root begins with. */
export interface MarkupPlace {
  readonly page: string;
  readonly origin: string;
}

/** Markup whose addresses all lead somewhere outside its page too. */
export function absoluteMarkup(markup: string, place: MarkupPlace): string {
  return markup.replace(TAG, (tag) =>
    tag.replace(ADDRESS, (_, before: string, address: string) => `${before}${absoluteAddress(address, place)}"`),
  );
}

/** An address of a page, absolute. What is written stays as it is, so an escaped address stays escaped. */
export function absoluteAddress(address: string, { page, origin }: MarkupPlace): string {
  if (SCHEME.test(address)) return address;
  if (address.startsWith('//')) return `https:${address}`;
  if (address.startsWith('/')) return origin + address;
  return page + address;
}
