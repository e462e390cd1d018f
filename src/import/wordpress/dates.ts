import type { WxrItem } from './wxr.ts';

const MINUTE = 60_000;

/**
 * The date of an item for front matter, with the offset that the old site had on that day. Without a time in UTC it
 * is in the publication's zone. Undefined where the export has none.
 */
export function dateOf({ date, dateUtc }: Pick<WxrItem, 'date' | 'dateUtc'>): string | undefined {
  const [local, utc] = [epochOf(date), epochOf(dateUtc)];
  if (local === undefined) return utc === undefined ? undefined : `${dateUtc.replace(' ', 'T')}Z`;
  if (utc === undefined) return date;
  const offset = Math.round((local - utc) / MINUTE);
  // A date in UTC that an editor never set is of another day altogether.
  if (Math.abs(offset) > 14 * 60 || offset < -12 * 60) return date;
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((n) =>
    String(n).padStart(2, '0'),
  );
  return `${date.replace(' ', 'T')}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

function epochOf(text: string): number | undefined {
  const epoch = /^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)
    ? Date.parse(`${text.replace(' ', 'T')}Z`)
    : Number.NaN;
  return Number.isNaN(epoch) ? undefined : epoch;
}
