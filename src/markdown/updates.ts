import { DateTime } from 'luxon';
import type { Moment } from '../schema/moment.ts';
import type { UpdateOpen } from './body.ts';
import type { BodyEnv } from './environment.ts';
import { typeset } from './typography.ts';

const UPDATE = /^(?:(\d{4}-\d{2}-\d{2})[T \t]+)?(\d{1,2}):(\d{2})(?:[ \t]+(.*))?$/;

/**
 * Reads `[YYYY-MM-DD] HH:MM [Title]`. A time without a day belongs to the article's day, in the publication's zone.
 * Undefined, and a problem at this line and column of the file, where that is no point in time.
 */
export function readUpdate(written: string, env: BodyEnv, line: number, column: number): UpdateOpen | undefined {
  const [, day, hour = '', minute = '', title = ''] = UPDATE.exec(written) ?? [];
  const time =
    hour === '' ? undefined : momentOf(day ?? env.options.date?.iso.slice(0, 10), hour, minute, env.options.timeZone);
  if (time === undefined) {
    env.problems.push(invalidTime(written, env, line, column));
    return undefined;
  }
  const id = env.ids.unique(`update-${hour.padStart(2, '0')}${minute}`);
  return { type: 'update-open', id, time, ...(title === '' ? {} : { title: typeset(title, env.options.language) }) };
}

function momentOf(day: string | undefined, hour: string, minute: string, zone: string): Moment | undefined {
  const read = DateTime.fromISO(`${day ?? ''}T${hour.padStart(2, '0')}:${minute}`, { zone });
  // Where clocks are put back an hour comes twice, and which one luxon takes depends on the day on which it is asked.
  const time = read.isValid ? (read.getPossibleOffsets()[0] ?? read) : read;
  const iso = time.toISO({ suppressMilliseconds: true });
  // Where clocks are put forward luxon moves on to a time that exists, which nobody wrote.
  if (day === undefined || iso === null || time.hour !== Number(hour) || time.minute !== Number(minute))
    return undefined;
  return { epoch: time.toMillis(), iso, dateOnly: false };
}

function invalidTime(written: string, env: BodyEnv, line: number, column: number): BodyEnv['problems'][number] {
  const shown = /^(?:\d{4}-\d{2}-\d{2}[T \t]+)?\S*/.exec(written)?.[0] ?? '';
  const dayless = env.options.date === undefined && UPDATE.test(written);
  return {
    code: 'update-time-invalid',
    file: env.file,
    place: { at: 'point', line, column, endColumn: column + Math.max(shown.length, 1) },
    message:
      shown === ''
        ? 'the update has no time'
        : `\`${shown}\` is not a time ${dayless ? 'by itself: the text has no day to which it belongs' : 'of that day'}`,
    help: dayless
      ? `write the day as well: \`::: update 2025-07-04 ${shown}\``
      : 'write hours and minutes, as in `::: update 14:05`, or `::: update 2025-07-04 14:05`',
  };
}
