/** How a file is written so that a spreadsheet of the person's language opens it. */
import type { Locale } from '@/lib/intl/locales';
import { keep, readKept } from '@/lib/query/storage';

/** `comma` has decimal points; `semicolon` decimal commas, as spreadsheets in Indonesian expect. */
export const csvFormats = ['comma', 'semicolon'] as const;
export type CsvFormat = (typeof csvFormats)[number];

const name = 'csv-format';

/** What the person chose last, else what spreadsheets of the language take. */
export function csvFormatOf(identity: string | null, locale: Locale): CsvFormat {
  const kept = identity === null ? null : readKept(identity, name);
  return csvFormats.find((format) => format === kept) ?? (locale === 'id' ? 'semicolon' : 'comma');
}

export const keepCsvFormat = (identity: string, format: CsvFormat): void =>
  keep(identity, name, format);
