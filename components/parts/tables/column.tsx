/**
 * Makers of columns, one line for each column of a list: `column.money('month', t('month'), (row) => row.cost)`. Import
 * them under one name: `import * as column from '@/components/parts/tables/column'`. `more` overrides what a kind sets.
 */
import type { ReactNode } from 'react';
import { Foreign, isolatedNode } from '@/components/ui/foreign';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import { gigabytes, rate, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import type { Column } from './columns';

type Value = string | number | null;
type Of<Row, T extends Value = Value> = (row: Row) => T;
type More<Row> = Partial<Column<Row>>;

/** Plain text. */
export const text = <Row,>(
  id: string,
  header: string,
  of: Of<Row>,
  more?: More<Row>,
): Column<Row> => ({ id, header, sort: of, cell: (row) => isolatedNode(of(row)) ?? '–', ...more });

/** The name of the row, with a link to its page if it has one. @param beneath a quiet line under the name */
export const name = <Row,>(
  id: string,
  header: string,
  of: (row: Row) => string,
  { href, beneath, ...more }: More<Row> & Naming<Row> = {},
): Column<Row> => ({
  id,
  header,
  main: true,
  sort: of,
  cell: (row) => <Name name={of(row)} href={href?.(row)} beneath={beneath?.(row)} />,
  ...more,
});

interface Naming<Row> {
  href?: (row: Row) => string;
  beneath?: (row: Row) => ReactNode;
}

function Name({ name, href, beneath }: { name: string; href?: string; beneath?: ReactNode }) {
  const shown = href ? (
    <TextLink href={href} className="wrap-anywhere">
      <Foreign text={name} />
    </TextLink>
  ) : (
    <span className="wrap-anywhere">
      <Foreign text={name} />
    </span>
  );
  if (!beneath) return shown;
  return (
    <span className="block min-w-0 py-0.5 text-left">
      {shown}
      {beneath}
    </span>
  );
}

/** A state, drawn by a component. The file holds the backend's word. */
export const state = <Row extends { status: string | null }>(
  id: string,
  header: string,
  cell: (row: Row) => ReactNode,
  more?: More<Row>,
): Column<Row> => ({ id, header, at: 'state', csv: ({ status }) => status, cell, ...more });

/** Addresses and ids in monospace. Not sortable unless `more` says so. */
export const code = <Row,>(
  id: string,
  header: string,
  of: Of<Row, string | null>,
  more?: More<Row>,
): Column<Row> => ({
  id,
  header,
  at: 'under',
  csv: of,
  cell: (row) => <span className="font-mono">{of(row) ?? '–'}</span>,
  ...more,
});

type OfNumber<Row> = Of<Row, number | null>;

/** A plain number. */
export const count = <Row,>(id: string, header: string, of: OfNumber<Row>, more?: More<Row>) =>
  text(id, header, of, { numeric: true, ...more });

/** A size in GB. */
export const size = <Row,>(id: string, header: string, of: OfNumber<Row>, locale: Locale) =>
  text<Row>(id, header, of, { numeric: true, cell: (row) => gigabytes(of(row), locale) });

/** Rupiah. */
export const money = <Row,>(id: string, header: string, of: OfNumber<Row>, more?: More<Row>) =>
  text(id, header, of, {
    numeric: true,
    at: 'figure',
    kind: 'money',
    cell: (row) => rupiah(of(row)),
    ...more,
  });

/** Rupiah an hour, to the cent: in a file a plain number, since the format of money has no cents. */
export const hourly = <Row,>(id: string, header: string, of: OfNumber<Row>) =>
  text<Row>(id, header, of, { numeric: true, at: 'figure', cell: (row) => rate(of(row)) });

/** A point in time, ISO 8601. */
export const instant = <Row,>(
  id: string,
  header: string,
  of: Of<Row, string | null>,
  more?: More<Row> & { as?: 'exact' },
): Column<Row> => {
  const { as, ...rest } = more ?? {};
  return {
    id,
    header,
    sort: of,
    kind: 'instant',
    cell: (row) => <Instant iso={of(row)} as={as} />,
    ...rest,
  };
};

/**
 * The same columns without sorting, for lists that the backend sorts. The values of files stay.
 * @param but ids of the columns that the backend can sort by
 */
export const unsorted = <Row,>(
  columns: readonly Column<Row>[],
  but: readonly string[] = [],
): readonly Column<Row>[] =>
  columns.map((each) => {
    const { sort, ...column } = each;
    return sort && !but.includes(column.id) ? { csv: sort, ...column } : each;
  });
