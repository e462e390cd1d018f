import { momentAt } from '../content/moment.ts';

/** ISO 8601 with the offset of the zone, to the second: networks tell more, readers see less. */
export function secondAt(epoch: number, timeZone: string): string {
  return momentAt(Math.floor(epoch / 1000) * 1000, timeZone).iso;
}
