import { IANAZone } from 'luxon';

const WEEK = 7 * 86_400_000;

const zones = new Map<string, SteadyZone>();

/** The IANA zone of a name. It asks the system for an offset once a week instead of once a moment: that question costs as much as the rest of a date. */
export function zoneOf(name: string): IANAZone {
  let zone = zones.get(name);
  if (!zone) {
    zone = new SteadyZone(name);
    zones.set(name, zone);
  }
  return zone;
}

class SteadyZone extends IANAZone {
  // By weeks since 1970; NaN for a week in which clocks are changed. No zone changes them and changes them back within one.
  readonly #weeks = new Map<number, number>();

  override offset(epoch: number): number {
    const week = Math.floor(epoch / WEEK);
    let offset = this.#weeks.get(week);
    if (offset === undefined) {
      const first = super.offset(week * WEEK);
      offset = first === super.offset((week + 1) * WEEK - 1) ? first : Number.NaN;
      this.#weeks.set(week, offset);
    }
    return Number.isNaN(offset) ? super.offset(epoch) : offset;
  }
}
