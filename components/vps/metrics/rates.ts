/**
 * Finds the unit of the raw figures of network and disk. The platform doesn't tell the unit, but it gives a text beside
 * each figure (`12.25 KB`), so the two together show the unit. (QD21)
 */
const powers = ['B', 'KB', 'MB', 'GB', 'TB'];

/** The bytes of a text such as `12.25 KB`, where a KB is 1024 bytes; null when the text is no size. */
export function bytesOfLabel(label: string | null): number | null {
  const [, figure, unit = ''] = /^([\d.]+)\s*([KMGT]?B)$/i.exec(label?.trim() ?? '') ?? [];
  const size = Number(figure);
  return figure === undefined || !Number.isFinite(size)
    ? null
    : size * 1024 ** powers.indexOf(unit.toUpperCase());
}

/** A raw figure and the text beside it. */
export interface Reading {
  raw: number | null;
  label: string | null;
}

/** How far the ratio may be from a power of 1024, because labels are rounded and some count in thousands. */
const slack = 0.08;

/** The bytes of one raw unit: a power of 1024, or 1 when all figures are 0; null when the texts don't show it. */
export function bytesPerUnit(readings: readonly Reading[]): number | null {
  const positive = readings.filter(({ raw }) => raw !== null && raw > 0);
  if (positive.length === 0) return 1;
  const ratios = positive
    .flatMap(({ raw, label }) => {
      const size = bytesOfLabel(label);
      return size !== null && size > 0 && raw ? [size / raw] : [];
    })
    .sort((one, other) => one - other);
  const median = ratios[Math.floor(ratios.length / 2)];
  if (median === undefined) return null;
  const near = 1024 ** Math.round(Math.log(median) / Math.log(1024));
  return Math.abs(median / near - 1) <= slack ? near : null;
}
