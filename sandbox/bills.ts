/**
 * Makes bills from the ledger: the months of an account, and the lines of one month. The lines always sum up to the
 * ledger's entries.
 */
import type { Charged, Entry, Ledger } from './ledger';
import { monthStart, nextMonthStart } from './ledger';

/** A month of Jakarta, in milliseconds since 1970. */
export interface Month {
  /** The first instant of the month. */
  from: number;
  /** The first instant of the next month. */
  to: number;
}

/** The months of an account up to that of `now`, newest first. */
export function monthsOf(ledger: Ledger, account: string, now: number): Month[] {
  const months: Month[] = [];
  const first = ledger.since(account) ?? now;
  for (let from = monthStart(first); from <= now; from = nextMonthStart(from))
    months.unshift({ from, to: nextMonthStart(from) });
  return months;
}

/** The charge for one part of a resource at one rate. */
export interface Line {
  name: string;
  /** Rupiah an hour. */
  rate: number;
  hours: number;
  /** Rupiah. */
  amount: number;
  /** The beginning of its first and its last charged hour. */
  from: number;
  to: number;
}

/** The charges for one resource. */
export interface Billed {
  resource: string;
  service: string;
  name: string;
  plan: string | null;
  total: number;
  lines: Line[];
}

/**
 * The resource and parts that an entry charges. An entry without them is a resource of its own, named by its
 * description.
 */
function chargedBy(entry: Entry, rate: number): Charged {
  const stored = entry.about === null ? null : (JSON.parse(entry.about) as Charged);
  const about = stored ?? { service: 'Other', name: entry.description, plan: null, parts: [] };
  const whole = about.parts.reduce((total, part) => total + part.rate, 0) === rate;
  return whole ? about : { ...about, parts: [{ name: about.service, rate }] };
}

/** The charges of an account in a month, by resource and part, in the order of their first hours. */
export function billOf(ledger: Ledger, account: string, { from, to }: Month): Billed[] {
  const bill = new Map<string, Billed>();
  for (const entry of ledger.charges(account, from, to)) {
    const hours = entry.hours ?? 1;
    const about = chargedBy(entry, -entry.amount / hours);
    const resource = entry.resource ?? entry.description;
    let billed = bill.get(resource);
    if (!billed) {
      const { service, name, plan } = about;
      bill.set(resource, (billed = { resource, service, name, plan, total: 0, lines: [] }));
    }
    billed.total -= entry.amount;
    const last = entry.at + (hours - 1) * 3_600_000;
    for (const { name, rate } of about.parts) {
      const line = billed.lines.find((item) => item.name === name && item.rate === rate);
      if (line) {
        line.hours += hours;
        line.amount += hours * rate;
        line.to = last;
      } else
        billed.lines.push({ name, rate, hours, amount: hours * rate, from: entry.at, to: last });
    }
  }
  return [...bill.values()];
}
