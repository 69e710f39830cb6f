import { describe, expect, it } from 'vitest';
import { nextRun, readSchedule, type Schedule } from './schedule';
import { dayName, hourWords, runWords, scheduleTitle, scheduleWords } from './words';

const schedule = (day: number | null, hour: number, keep: number | null = 4): Schedule => ({
  kind: day === null ? 'daily' : 'weekly',
  day,
  hour,
  keep,
});
const next = (what: Schedule, after: string) =>
  new Date(nextRun(what, Date.parse(after))).toISOString();

describe('nextRun', () => {
  it.each([
    // Jakarta is seven hours ahead: its 02:00 is 19:00 of the day before in UTC.
    ['later today', schedule(null, 2), '2026-11-21T18:59:59Z', '2026-11-21T19:00:00.000Z'],
    [
      'at the very hour, the next',
      schedule(null, 2),
      '2026-11-21T19:00:00Z',
      '2026-11-22T19:00:00.000Z',
    ],
    [
      'after the month has turned',
      schedule(null, 1),
      '2026-11-30T18:30:00Z',
      '2026-12-01T18:00:00.000Z',
    ],
    [
      'after the year has turned',
      schedule(null, 0),
      '2026-12-31T17:00:01Z',
      '2027-01-01T17:00:00.000Z',
    ],
    ['in a leap year', schedule(null, 6), '2028-02-28T23:00:00Z', '2028-02-29T23:00:00.000Z'],
    // 22 November 2026 is a Sunday.
    [
      'Sunday at 3, from Saturday evening in Jakarta',
      schedule(0, 3),
      '2026-11-21T15:00:00Z',
      '2026-11-21T20:00:00.000Z',
    ],
    [
      'Sunday at 3, from Sunday at 3',
      schedule(0, 3),
      '2026-11-21T20:00:00Z',
      '2026-11-28T20:00:00.000Z',
    ],
    [
      'Sunday at 3, from Sunday noon over the week’s turn',
      schedule(0, 3),
      '2026-11-22T05:00:00Z',
      '2026-11-28T20:00:00.000Z',
    ],
    [
      'Saturday at 4, from Sunday',
      schedule(6, 4),
      '2026-11-22T05:00:00Z',
      '2026-11-27T21:00:00.000Z',
    ],
    [
      'Tuesday at 23, over the month’s turn',
      schedule(2, 23),
      '2026-11-25T00:00:00Z',
      '2026-12-01T16:00:00.000Z',
    ],
  ])('%s', (_, what, after, run) => expect(next(what, after)).toBe(run));

  it('has a distance of a day or a week', () => {
    let run = Date.parse('2026-12-20T00:00:00Z');
    for (let index = 0; index < 10; index += 1) {
      const following = nextRun(schedule(5, 12), run);
      if (index > 0) expect(following - run).toBe(7 * 24 * 3_600_000);
      run = following;
    }
  });
});

describe('readSchedule', () => {
  const told = { schedule_type: 'weekly', schedule_on: 7, schedule_at: 3, retention: 4 };
  it('reads 0 and 7 as Sunday, and ignores the day of a daily schedule', () => {
    expect(readSchedule(told)).toEqual(schedule(0, 3));
    expect(readSchedule({ ...told, schedule_on: 0 })).toEqual(schedule(0, 3));
    expect(readSchedule({ ...told, schedule_type: 'Daily' })).toEqual(schedule(null, 3));
    expect(readSchedule({ ...told, retention: null })?.keep).toBeNull();
  });
  it.each([
    { schedule_type: 'monthly' },
    { schedule_on: 8 },
    { schedule_on: null },
    { schedule_at: 24 },
    { schedule_at: null },
  ])('refuses %o', (odd) => expect(readSchedule({ ...told, ...odd })).toBeNull());
});

describe('words', () => {
  it('describe a schedule', () => {
    expect(scheduleWords(schedule(0, 3), 'en')).toBe('every Sunday at 03:00 WIB, keep 4');
    expect(scheduleWords(schedule(0, 3), 'id')).toBe('setiap Minggu pukul 03.00 WIB, simpan 4');
    expect(scheduleTitle(schedule(null, 14, 7), 'en')).toBe('Every day at 14:00 WIB, keep 7');
    expect(scheduleTitle(schedule(null, 14, 7), 'id')).toBe(
      'Setiap hari pukul 14.00 WIB, simpan 7',
    );
    expect(scheduleWords(schedule(6, 0, null), 'en')).toBe('every Saturday at 00:00 WIB');
  });
  it('name days and hours', () => {
    expect([0, 1, 5, 7].map((day) => dayName(day, 'id'))).toEqual([
      'Minggu',
      'Senin',
      'Jumat',
      'Minggu',
    ]);
    expect(hourWords(23, 'id')).toBe('23.00 WIB');
  });
  it('name a run by Jakarta’s day, whatever day it is elsewhere', () => {
    const run = Date.parse('2026-11-21T20:00:00Z'); // Saturday in UTC
    expect(runWords(run, 'en')).toBe('Sunday, 22 Nov 2026, 03:00 WIB');
    expect(runWords(run, 'id')).toBe('Minggu, 22 Nov 2026, 03:00 WIB');
  });
});
