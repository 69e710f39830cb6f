'use client';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { RowMenu, RowMenus } from '@/components/parts/actions/row-menu';
import type { Column } from './columns';
import { PlainTable } from './plain-table';

/** The last column of a `MenuTable`: each row's menu. */
export function useMenuColumn<Row>(
  actions: readonly Action<Row>[],
  identity: RowIdentity<Row>,
): Column<Row> {
  return {
    id: 'actions',
    header: useTranslations('ui')('actions'),
    end: 'menu',
    cell: (row) => <RowMenu {...{ actions, row, identity }} />,
  };
}

/** A `PlainTable` whose rows have menus. */
export function MenuTable<Row>(props: ComponentProps<typeof PlainTable<Row>>) {
  return (
    <RowMenus>
      <PlainTable {...props} />
    </RowMenus>
  );
}
