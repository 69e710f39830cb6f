/** The format of CSV files, so that a spreadsheet in the person's language opens them. */
import type { Locale } from '@/lib/intl/locales';
import { keep, readKept } from '@/lib/query/storage';

/** The separators. `comma` has decimal points; `semicolon` has decimal commas, as spreadsheets in Indonesian expect. */
export const csvFormats = ['comma', 'semicolon'] as const;
export type CsvFormat = (typeof csvFormats)[number];

const name = 'csv-format';

/** The format that the person chose last, otherwise the one of spreadsheets in the language. */
export function csvFormatOf(identity: string | null, locale: Locale): CsvFormat {
  const kept = identity === null ? null : readKept(identity, name);
  return csvFormats.find((format) => format === kept) ?? (locale === 'id' ? 'semicolon' : 'comma');
}

/** Remembers the format that the person chose. */
export const keepCsvFormat = (identity: string, format: CsvFormat): void =>
  keep(identity, name, format);
