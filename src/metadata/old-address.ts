import { decodeAddress } from '../html/decode-address.ts';

/** An address as its file stands in the output: decoded, a folder unless it is named as a page. */
export function cleanAddress(address: string): string {
  const bare = decodeAddress(address).replace(/\/+$/, '');
  return /\.html?$/i.test(bare) ? bare : `${bare}/`;
}

/** What is the same for two addresses that are one: upper and lower case count as one, as on many disks. */
export const addressKey = (address: string): string => cleanAddress(address).toLowerCase();

/** The file in the output that answers for a clean address. */
export const fileOfAddress = (address: string): string => (address.endsWith('/') ? `${address}index.html` : address);
