/** What a file that holds rows is made of, for CSV and XLSX. */

/** A value. A day is `2026-06-01`, an instant is ISO 8601. */
export type Value = string | number | null;

/**
 * What the values of a column are. A `text` is a text whatever it looks like, such as an invoice's number; `day` is a
 * day of the calendar, `instant` a point in time, and `money` is rupiah. A text in a column of
 * numbers stays a text, such as an amount in a foreign currency.
 */
export type Kind = 'text' | 'number' | 'money' | 'day' | 'instant';

/** A column of a sheet. */
export interface SheetColumn {
  header: string;
  kind: Kind;
}

/** A sheet: a header row, which stays in view, and rows with a value for each column. */
export interface Sheet {
  /** Characters that a sheet's name can't have are replaced, and it is cut to 31 characters. */
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly Value[])[];
}
