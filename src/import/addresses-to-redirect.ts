import { decodeAddress } from '../html/decode-address.ts';

/** Two addresses with one key are one page. */
export function addressKey(address: string): string {
  return `${decodeAddress(address)
    .replace(/\/+$/, '')
    .replace(/\/{2,}/g, '/')
    .normalize('NFC')
    .toLowerCase()}/`;
}

/** The old addresses that have to lead to a page at `address`: those that no page has, or this one by other letters. `redirected` are keys that are taken, and takes these. */
export function addressesToRedirect(old: readonly string[], address: string, redirected: Set<string>): string[] {
  const exact = (one: string): string => decodeAddress(one).replace(/\/+$/, '');
  return old.filter((one, i) => {
    const key = addressKey(one);
    if (key === addressKey(address)) return exact(one) !== exact(address) && old.indexOf(one) === i;
    const free = !redirected.has(key);
    redirected.add(key);
    return free;
  });
}
