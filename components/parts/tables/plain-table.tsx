'use client';
import { useTranslations } from 'use-intl';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { RowMenu } from '@/components/parts/actions/row-menu';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import type { Column } from './columns';

/** A short table inside a page: rows and their menus, without search, selection or URL state. */
export function PlainTable<Row>({
  caption,
  columns,
  rows,
  actions,
  identity,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  actions: readonly Action<Row>[];
  identity: RowIdentity<Row>;
}) {
  const ui = useTranslations('ui');
  return (
    <div className="md:overflow-x-auto">
      <Table caption={caption}>
        <TableHead>
          {columns.map(({ id, header, numeric }) => (
            <HeadCell key={id} numeric={numeric}>
              {header}
            </HeadCell>
          ))}
          <HeadCell className="w-0">
            <span className="sr-only">{ui('actions')}</span>
          </HeadCell>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={identity.id(row)}>
              {columns.map(({ id, header, numeric, main, cell }) => (
                <Cell key={id} main={main} numeric={numeric} label={main ? undefined : header}>
                  {cell(row)}
                </Cell>
              ))}
              <Cell data-actions className="w-0 text-right">
                <RowMenu actions={actions} row={row} identity={identity} />
              </Cell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
