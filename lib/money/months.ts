/** Months of Jakarta, `2026-06`. Pure; browser-safe. */
import { jakartaDay } from './invoice';

/** The month of an instant in Jakarta, `2026-06`; null without one. */
export const monthOfInstant = (iso: string | null): string | null =>
  jakartaDay(iso)?.slice(0, 7) ?? null;

/** The month of now in Jakarta. @param now milliseconds since 1970 */
export const monthOfNow = (now: number): string =>
  monthOfInstant(new Date(now).toISOString()) ?? '';

/** A month so many months later; a negative number is earlier. */
export function monthsLater(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** How many months can be chosen, the running one among them. */
const offeredMonths = 36;

/** The months up to one, newest first. */
export const monthsUpTo = (month: string): string[] =>
  Array.from({ length: offeredMonths }, (_, back) => monthsLater(month, -back));

/** The months that can be chosen, newest first. */
export const monthsToChoose = (now: number): string[] => monthsUpTo(monthOfNow(now));

/** The month that `?month=` names. The last month where it names none, or one that can't be chosen. */
export function readMonth(text: string | null, now: number): string {
  const known = text !== null && monthsToChoose(now).includes(text);
  return known ? text : monthsLater(monthOfNow(now), -1);
}

/** Whether the month is over in Jakarta. */
export const isOver = (month: string, now: number): boolean => month < monthOfNow(now);
