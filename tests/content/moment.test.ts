import { Settings } from 'luxon';
import { afterEach, expect, test } from 'vitest';
import { momentAt, parseMoment } from '../../src/content/moment.ts';

const KYIV = 'Europe/Kyiv';
const isoOf = (text: string, zone = KYIV) => parseMoment(text, zone)?.iso;
const systemClock = Settings.now;

afterEach(() => {
  Settings.now = systemClock;
});

test.each([
  ['2025-07-04', '2025-07-04T00:00:00+03:00'],
  ['2025-7-4', '2025-07-04T00:00:00+03:00'],
  ['2025-07-04 18:20', '2025-07-04T18:20:00+03:00'],
  ['2025-07-04T18:20', '2025-07-04T18:20:00+03:00'],
  ['2025-01-04 18:20', '2025-01-04T18:20:00+02:00'],
  ['2025-07-04 18:20:31', '2025-07-04T18:20:31+03:00'],
  ['2025-07-04T18:20:31.999Z', '2025-07-04T21:20:31+03:00'],
  ['2025-07-04T18:20:00+03:00', '2025-07-04T18:20:00+03:00'],
  ['2025-07-04 23:30 Z', '2025-07-05T02:30:00+03:00'],
  ['2015-06-26 10:00:36 -0400', '2015-06-26T17:00:36+03:00'],
  ['2015-03-17 14:00:00 -4', '2015-03-17T20:00:00+02:00'],
  ['2018-01-02 11:21:40 +0100', '2018-01-02T12:21:40+02:00'],
  ['2025-07-04 24:00', '2025-07-05T00:00:00+03:00'],
  ['2024-02-29', '2024-02-29T00:00:00+02:00'],
  [' 2025-07-04 ', '2025-07-04T00:00:00+03:00'],
  ['1999-12-31 23:59:59', '1999-12-31T23:59:59+02:00'],
])('%s is %s in Kyiv', (written, iso) => {
  expect(isoOf(written)).toBe(iso);
  expect(parseMoment(written, KYIV)?.epoch).toBe(Date.parse(iso));
});

test.each([
  '2026-02-31',
  '2025-02-29',
  '2025-13-01',
  '2025-00-10',
  '2025-07-00',
  '2025-07-04 25:00',
  '2025-07-04 24:01',
  '2025-07-04 12:60',
  '2025-07-04 12',
  '2025-07-04T12:00+99:00',
  '2025-07-04T12:00+14:30',
  '2025-07-04T12:00-12:01',
  '2025-07-04T12:00+01:75',
  '0999-01-01',
  '04.07.2025',
  '4 July 2025',
  '2025',
  '20250704',
  '',
  '2025-07-04 12:00 EST',
  '２０２５-07-04',
])('%j is no date', (written) => {
  expect(parseMoment(written, KYIV)).toBeUndefined();
});

test('a day alone is remembered as such', () => {
  expect(parseMoment('2025-07-04', KYIV)?.dateOnly).toBe(true);
  expect(parseMoment('2025-07-04 00:00', KYIV)?.dateOnly).toBe(false);
});

test('a time that clocks leave out in spring is moved on by the hour', () => {
  expect(isoOf('2026-03-29 03:30')).toBe('2026-03-29T04:30:00+03:00');
});

test('of two equal times in autumn the first is meant, whenever one asks', () => {
  for (const asked of ['2026-01-15T00:00:00Z', '2026-07-15T00:00:00Z', '2026-10-25T00:45:00Z']) {
    Settings.now = () => Date.parse(asked);
    expect(isoOf('2026-10-25 03:30')).toBe('2026-10-25T03:30:00+03:00');
    expect(isoOf('2026-03-29 03:30')).toBe('2026-03-29T04:30:00+03:00');
  }
  expect(isoOf('2026-10-25 03:30 +02:00')).toBe('2026-10-25T03:30:00+02:00');
});

test('a day without midnight begins when its clocks do', () => {
  expect(isoOf('2025-04-25', 'Africa/Cairo')).toBe('2025-04-25T01:00:00+03:00');
});

test('an instant is told in the publication’s zone', () => {
  expect(momentAt(Date.parse('2026-07-04T22:00:00Z'), KYIV)).toEqual({
    epoch: Date.parse('2026-07-04T22:00:00Z'),
    iso: '2026-07-05T01:00:00+03:00',
    dateOnly: false,
  });
});
