/**
 * Adds up costs by hour and month, by service, and says how complete they are. Amounts are rupiah; a month is 720
 * hours, as both backends count it (contract/api.md QD14, QA30). Pure and browser-safe.
 */

/** Hours of a month, as both backends count it. */
export const monthHours = 720;

/** Services in display order. `rest` is the part of a backend's total that no list shows. */
export const services = ['running', 'stopped', 'other', 'disks', 'addresses', 'rest'] as const;
export type Service = (typeof services)[number];

/** One thing that costs money. */
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
 * Adds up the costs. The backend's hourly figure takes precedence over our sum, since it includes what no list shows
 * (snapshots, backups). Its monthly figure is used only if our sum is incomplete.
 * @param listed whether all lists were read completely
 */
export function addUp(things: readonly Charged[], told: BackendTotals, listed: boolean): Costs {
  const lines = services.flatMap((service) => {
    const same = things.filter((thing) => thing.service === service);
    return same.length === 0 ? [] : [lineOf(service, same)];
  });
  const sums = {
    perHour: lines.reduce<number | null>((sum, line) => add(sum, line.perHour), null),
    perMonth: lines.reduce<number | null>((sum, line) => add(sum, line.perMonth), null),
  };
  const whole = listed && lines.every(({ unpriced }) => unpriced === 0);
  const total = totalOf(sums, told, whole);
  const rest = (total.perHour ?? 0) - (sums.perHour ?? 0);
  if (total.basis !== 'sum' && rest > rounding) {
    const perMonth = rest * monthHours;
    lines.push({ service: 'rest', count: null, perHour: rest, perMonth, unpriced: 0 });
  }
  return { lines, ...total };
}

function totalOf(
  sums: Pick<Costs, 'perHour' | 'perMonth'>,
  told: BackendTotals,
  whole: boolean,
): Pick<Costs, 'perHour' | 'perMonth' | 'basis' | 'whole'> {
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
