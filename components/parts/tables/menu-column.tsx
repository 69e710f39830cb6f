'use client';
import { useTranslations } from 'use-intl';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { RowMenu } from '@/components/parts/actions/row-menu';
import type { Column } from './columns';

/** The last column of a `PlainTable`: each row's menu. */
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
