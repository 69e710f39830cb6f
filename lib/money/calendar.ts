/**
 * A day as a calendar file (RFC 5545), which every calendar can import. Pure; for server and browser. One event without
 * time and zone needs a dozen lines; the libraries for it carry zones, repetitions and invitations.
 */

export interface CalendarDay {
  /** The same for the same event, so that a second import replaces the first. */
  uid: string;
  /** `2026-06-15`, in the zone of whoever set it: an event of a whole day has no zone. */
  day: string;
  title: string;
  text: string;
  /** A page about it. */
  url?: string;
  /** When the file was made, in milliseconds since 1970. */
  now: number;
}

/** A text in which nothing ends the value. */
const escaped = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    // The format allows no control characters.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/** Most bytes of a line, without its end. */
const longest = 75;

/** A line broken into several: each continues with a space. No character is broken. */
function folded(line: string): string {
  const lines: string[] = [];
  const encoder = new TextEncoder();
  let now = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > longest) {
      lines.push(now);
      now = ' ';
      bytes = 1;
    }
    now += character;
    bytes += size;
  }
  return [...lines, now].join('\r\n');
}

const compact = (iso: string) => iso.replace(/[-:]|\.\d+/g, '');

/** The text of a calendar file with one day. */
export function calendarFile({ uid, day, title, text, url, now }: CalendarDay): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nusa//Nusa//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${compact(new Date(now).toISOString())}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text)}`,
    ...(url ? [`URL:${url}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}
