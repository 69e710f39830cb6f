/** The five periods of a machine's metrics. */
export const periods = ['hour', 'day', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** Reads the period of `?period=`; anything else means `hour`. */
export function readPeriod(given: string | null | undefined): Period {
  return periods.find((each) => each === given) ?? 'hour';
}

/** The query string with another period; its other parameters stay. `hour` is the default, so it is left out. */
export function withPeriod(query: string, period: Period): string {
  const next = new URLSearchParams(query);
  if (period === 'hour') next.delete('period');
  else next.set('period', period);
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

const minute = 60_000;
/** Milliseconds between two readings as the platform's hypervisor keeps them. The data may show another step. */
export const usualStep: Record<Period, number> = {
  hour: minute,
  day: 30 * minute,
  week: 180 * minute,
  month: 720 * minute,
  year: 10_080 * minute,
};

const day = 24 * 60 * minute;
/** The length of each period in milliseconds. */
export const periodLengths: Record<Period, number> = {
  hour: 60 * minute,
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
};

/** D05's input. Server and browser share it, so that the browser finds the server's answer. */
export const metricsInput = (instance: string, period: Period) => ({
  params: { instance_uuid: instance },
  query: { periode: period },
});
