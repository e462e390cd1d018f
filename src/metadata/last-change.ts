import type { Moment } from '../schema/moment.ts';

interface Dated {
  readonly date: Moment;
  readonly updated?: Moment;
  readonly corrections: readonly { readonly date: Moment }[];
}

/** When an article last changed in substance: its latest update or correction, else its publication. */
export function lastChange({ date, updated, corrections }: Dated): Moment {
  let last = updated && updated.epoch > date.epoch ? updated : date;
  for (const correction of corrections) if (correction.date.epoch > last.epoch) last = correction.date;
  return last;
}

export function latest(moments: Iterable<Moment>): Moment | undefined {
  let last: Moment | undefined;
  for (const moment of moments) if (last === undefined || moment.epoch > last.epoch) last = moment;
  return last;
}
