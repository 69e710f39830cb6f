/**
 * What the raw figures of network and disk are in. The platform doesn't say, but puts a text beside each (`12.25 KB`),
 * so the two together tell the unit. (QD21)
 */
const powers = ['B', 'KB', 'MB', 'GB', 'TB'];

/** Bytes of `12.25 KB`, with the 1024 that the platform counts in; null for what is no size. */
export function bytesOfLabel(label: string | null): number | null {
  const [, figure, unit = ''] = /^([\d.]+)\s*([KMGT]?B)$/i.exec(label?.trim() ?? '') ?? [];
  const size = Number(figure);
  return figure === undefined || !Number.isFinite(size)
    ? null
    : size * 1024 ** powers.indexOf(unit.toUpperCase());
}

export interface Reading {
  raw: number | null;
  label: string | null;
}

/** How far a label's rounding, or a count in thousands, may lead from a power of 1024. */
const slack = 0.08;

/**
 * Bytes of one raw unit: a power of 1024, or 1 where there is nothing but nought; null where the texts don't tell.
 */
export function bytesPerUnit(readings: readonly Reading[]): number | null {
  const told = readings.filter(({ raw }) => raw !== null && raw > 0);
  if (told.length === 0) return 1;
  const ratios = told
    .flatMap(({ raw, label }) => {
      const size = bytesOfLabel(label);
      return size !== null && size > 0 && raw ? [size / raw] : [];
    })
    .sort((one, other) => one - other);
  const middle = ratios[Math.floor(ratios.length / 2)];
  if (middle === undefined) return null;
  const near = 1024 ** Math.round(Math.log(middle) / Math.log(1024));
  return Math.abs(middle / near - 1) <= slack ? near : null;
}
