import { describe, expect, it } from 'vitest';
import { moment } from '../../layouts/showcase/samples.ts';
import { datesOf } from '../../src/language/dates.ts';

const summer = moment('2025-07-04T18:20:00+03:00');

describe('dates', () => {
  it('are English', () => {
    const dates = datesOf('en', 'Europe/Kyiv');
    expect(dates.dateTime(summer)).toBe('4 July 2025, 18:20');
    expect(dates.weekdayOf('2025-07-04')).toBe('Friday, 4 July 2025');
    expect(dates.monthOf('2025-07')).toBe('July 2025');
    expect(dates.monthNameOf('2025-07')).toBe('July');
  });

  it('are Ukrainian, the month in its right case', () => {
    const dates = datesOf('uk', 'Europe/Kyiv');
    expect(dates.dateTime(summer)).toBe('4 липня 2025 року, 18:20');
    expect(dates.dayAndMonthOf('2025-07-04')).toBe('4 липня');
    expect(dates.monthOf('2025-07')).toBe('липень 2025');
  });

  it('are Hebrew, in weeks that begin on Sunday', () => {
    const dates = datesOf('he', 'Asia/Jerusalem');
    expect(dates.dateTime(summer)).toBe('4 ביולי 2025, 18:20');
    expect(dates.weekdayOf('2025-07-04')).toBe('יום שישי, 4 ביולי 2025');
    expect(dates.monthOf('2025-07')).toBe('יולי 2025');
    expect([dates.firstWeekday, dates.weekdays[0], dates.weekdays[6]]).toEqual([7, 'א׳', 'ש׳']);
    expect(datesOf('uk', 'Europe/Kyiv').firstWeekday).toBe(1);
  });

  it('follow the zone over midnight', () => {
    expect(datesOf('en', 'America/New_York').dateTime(moment('2025-07-05T01:30:00+03:00'))).toBe('4 July 2025, 18:30');
    expect(datesOf('en', 'Asia/Tokyo').day(moment('2025-07-04T18:20:00+03:00'))).toBe('5 July 2025');
  });

  it('follow the clocks as they change', () => {
    const { time } = datesOf('en', 'Europe/Kyiv');
    expect(time(moment('2025-03-30T02:59:00+02:00'))).toBe('02:59');
    expect(time(moment('2025-03-30T04:00:00+03:00'))).toBe('04:00');
    // The hour from three to four comes twice in October.
    expect(time(moment('2025-10-26T03:30:00+03:00'))).toBe('03:30');
    expect(time(moment('2025-10-26T03:30:00+02:00'))).toBe('03:30');
  });

  it('name no hour where only a day was written', () => {
    expect(datesOf('en', 'Europe/Kyiv').dateTime(moment('2025-07-04T00:00:00+03:00', true))).toBe('4 July 2025');
  });

  it('are right in a language of which we have no words', () => {
    expect(datesOf('de', 'Europe/Kyiv').day(summer)).toBe('4. Juli 2025');
  });
});
