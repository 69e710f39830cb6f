import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import type { Locale } from '@/lib/intl/locales';
import { dayWords, jakartaDay } from '@/lib/money/invoice';

/** A column with a day of Jakarta, from an instant or a day. @param of ISO 8601, or `2026-06-01` */
export const dayColumn = <Row,>(
  id: string,
  header: string,
  of: (row: Row) => string | null,
  locale: Locale,
  more: Partial<Column<Row>> = {},
): Column<Row> =>
  column.text<Row>(id, header, (row) => jakartaDay(of(row)), {
    kind: 'day',
    cell: (row) => (
      <span className="tabular md:whitespace-nowrap">{dayWords(of(row), locale)}</span>
    ),
    ...more,
  });
