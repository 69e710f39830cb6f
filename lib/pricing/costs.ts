/**
 * Adds up costs by hour and month, by service, and says how complete they are. Amounts are rupiah; a month is 720
 * hours, as both backends count it (contract/api.md QD14, QA30). Pure and browser-safe.
 */
import { monthHours } from './month';

/**
 * Services in the order in which they are shown; machines by their state. `rest` is what a backend's total holds
 * besides all lists: of DewaVPS backups, snapshots, and what the API has no list for.
 */
export const services = [
  'running',
  'busy',
  'stopped',
  'error',
  'unknown',
  'disks',
  'addresses',
  'snapshots',
  'backups',
  'rest',
] as const;
export type Service = (typeof services)[number];

/** What a total may leave out. `copies`: snapshots and backups. */
export type Omission = 'machines' | 'disks' | 'addresses' | 'copies';

/** One thing that is paid for. */
export interface Charged {
  service: Exclude<Service, 'rest'>;
  /** Null if the backend doesn't say. */
  perHour: number | null;
  /** The backend's own monthly price, if it says one; else 720 hours. */
  perMonth?: number | null;
}

export interface CostLine {
  service: Service;
  /** Number of things; null for the rest, which no list shows. */
  count: number | null;
  /** Sum of the known prices; null if none is known. */
  perHour: number | null;
  perMonth: number | null;
  /** Number of things without a known price, which the sums leave out. */
  unpriced: number;
}

/** The totals that a backend gives. */
export interface BackendTotals {
  perHour: number | null;
  /** Its estimate of a whole month. */
  perMonth: number | null;
}

export interface Costs {
  lines: CostLine[];
  /** Null if nothing is known. */
  perHour: number | null;
  perMonth: number | null;
  /** The source of the total: the backend's hourly figure, our sum, or the backend's monthly figure. */
  basis: 'hour' | 'sum' | 'month';
  /** False if something that costs money is missing, so that the real total is higher. */
  whole: boolean;
  /** What isn't in the total, since this access doesn't show it or it couldn't be read to its end. */
  leftOut: readonly Omission[];
}

/** A smaller difference is rounding, in rupiah an hour. */
const rounding = 0.5;

const add = (sum: number | null, more: number | null) => (more === null ? sum : (sum ?? 0) + more);

function lineOf(service: Service, things: readonly Charged[]): CostLine {
  const line: CostLine = {
    service,
    count: things.length,
    perHour: null,
    perMonth: null,
    unpriced: 0,
  };
  for (const { perHour, perMonth = null } of things) {
    const hour = perHour ?? (perMonth === null ? null : perMonth / monthHours);
    if (hour === null) line.unpriced += 1;
    line.perHour = add(line.perHour, hour);
    line.perMonth = add(line.perMonth, perMonth ?? (hour === null ? null : hour * monthHours));
  }
  return line;
}

/** Joins the cost lines of several accounts. */
export function joinLines(lists: readonly (readonly CostLine[])[]): CostLine[] {
  const all = lists.flat();
  return services.flatMap((service) => {
    const same = all.filter((line) => line.service === service);
    if (same.length === 0) return [];
    const start: CostLine = { service, count: null, perHour: null, perMonth: null, unpriced: 0 };
    return same.reduce(
      (sum, line) => ({
        service,
        count: add(sum.count, line.count),
        perHour: add(sum.perHour, line.perHour),
        perMonth: add(sum.perMonth, line.perMonth),
        unpriced: sum.unpriced + line.unpriced,
      }),
      start,
    );
  });
}

/**
 * Adds up what is paid for: of an account, an organization, or one machine. The backend's own figure for an hour goes
 * before our sum, since it counts what no list shows (snapshots, backups); its figure for a month only where our sum
 * is not whole.
 * @param unseen what `things` lacks; the total leaves it out unless the backend's own figure counts it
 */
export function addUp(
  things: readonly Charged[],
  told: BackendTotals,
  unseen: readonly Omission[],
): Costs {
  const lines = services.flatMap((service) => {
    const same = things.filter((thing) => thing.service === service);
    return same.length === 0 ? [] : [lineOf(service, same)];
  });
  const sums = {
    perHour: lines.reduce<number | null>((sum, line) => add(sum, line.perHour), null),
    perMonth: lines.reduce<number | null>((sum, line) => add(sum, line.perMonth), null),
  };
  const whole = unseen.length === 0 && lines.every(({ unpriced }) => unpriced === 0);
  const total = totalOf(sums, told, whole);
  const leftOut = total.basis === 'sum' ? unseen : [];
  const rest = (total.perHour ?? 0) - (sums.perHour ?? 0);
  if (total.basis !== 'sum' && rest > rounding) {
    const perMonth = rest * monthHours;
    lines.push({ service: 'rest', count: null, perHour: rest, perMonth, unpriced: 0 });
  }
  return { lines, ...total, leftOut };
}

function totalOf(
  sums: Pick<Costs, 'perHour' | 'perMonth'>,
  told: BackendTotals,
  whole: boolean,
): Omit<Costs, 'lines' | 'leftOut'> {
  if (told.perHour !== null) {
    return {
      perHour: told.perHour,
      perMonth: told.perHour * monthHours,
      basis: 'hour',
      whole: true,
    };
  }
  if (!whole && told.perMonth !== null) {
    const perHour = told.perMonth / monthHours;
    return { perHour, perMonth: told.perMonth, basis: 'month', whole: true };
  }
  // Everything was read, and there is nothing: that costs nothing.
  return {
    perHour: whole ? (sums.perHour ?? 0) : sums.perHour,
    perMonth: whole ? (sums.perMonth ?? 0) : sums.perMonth,
    basis: 'sum',
    whole,
  };
}
