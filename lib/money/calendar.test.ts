import { describe, expect, it } from 'vitest';
import { calendarFile } from './calendar';

const event = {
  uid: 'invoice-1@nusa',
  day: '2026-06-30',
  title: 'Invoice INV-1 is due',
  text: 'Rp15.000 is to be paid.',
  now: Date.parse('2026-06-15T01:02:03.456Z'),
};

describe('a calendar file', () => {
  it('has one whole day', () =>
    expect(calendarFile({ ...event, url: 'https://nusa.example.id/o/1' }).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Nusa//Nusa//EN',
      'BEGIN:VEVENT',
      'UID:invoice-1@nusa',
      'DTSTAMP:20260615T010203Z',
      'DTSTART;VALUE=DATE:20260630',
      'DTEND;VALUE=DATE:20260701',
      'SUMMARY:Invoice INV-1 is due',
      'DESCRIPTION:Rp15.000 is to be paid.',
      'URL:https://nusa.example.id/o/1',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]));

  it('escapes what would end a value', () =>
    expect(calendarFile({ ...event, title: 'a, b; c\\d\r\nEND:VEVENT\u0007' })).toContain(
      '\r\nSUMMARY:a\\, b\\; c\\\\d\\nEND:VEVENT\r\n',
    ));

  it('folds long lines at 75 bytes, and breaks no character', () => {
    const title = '€名😀'.repeat(40);
    const text = calendarFile({ ...event, title });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
  });
});
