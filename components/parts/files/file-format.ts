/** The formats of the files that hold a list, so that a spreadsheet in the person's language opens them. */
import type { Locale } from '@/lib/intl/locales';
import { keep, readKept } from '@/lib/query/storage';

/** CSV with `comma` has decimal points, with `semicolon` decimal commas, as spreadsheets in Indonesian expect. */
export const fileFormats = ['comma', 'semicolon', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

const name = 'csv-format';

/** The format that the person chose last, otherwise the CSV of spreadsheets in the language. */
export function fileFormatOf(identity: string | null, locale: Locale): FileFormat {
  const kept = identity === null ? null : readKept(identity, name);
  return fileFormats.find((format) => format === kept) ?? (locale === 'id' ? 'semicolon' : 'comma');
}

/** Remembers the format that the person chose. */
export const keepFileFormat = (identity: string, format: FileFormat): void =>
  keep(identity, name, format);
