/** The five periods of a machine's metrics. */
export const periods = ['hour', 'day', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** The period of `?period=`; what is none is the hour. */
export function readPeriod(given: string | null | undefined): Period {
  return periods.find((each) => each === given) ?? 'hour';
}

/** The query string with another period, all else kept; the hour is the default and left out. */
export function withPeriod(query: string, period: Period): string {
  const next = new URLSearchParams(query);
  if (period === 'hour') next.delete('period');
  else next.set('period', period);
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}

const minute = 60_000;
/** Milliseconds between two readings, as the hypervisor behind the platform keeps them; the data say if it is else. */
export const usualStep: Record<Period, number> = {
  hour: minute,
  day: 30 * minute,
  week: 180 * minute,
  month: 720 * minute,
  year: 10_080 * minute,
};

const day = 24 * 60 * minute;
/** Milliseconds that each period reaches back. */
export const lengths: Record<Period, number> = {
  hour: 60 * minute,
  day,
  week: 7 * day,
  month: 30 * day,
  year: 365 * day,
};

/** What D05 is asked for; the page and the view ask for the same. */
export const metricsInput = (instance: string, period: Period) => ({
  params: { instance_uuid: instance },
  query: { periode: period },
});
