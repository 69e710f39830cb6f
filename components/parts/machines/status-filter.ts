'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Filter } from '@/components/parts/tables/columns';
import { statusFilters } from './status-filters';

/** The status filter of a list of machines. @param of a row's status group; without it the backend filters */
export function useStatusFilter<Row>(of?: (row: Row) => string): readonly Filter<Row>[] {
  const t = useTranslations('machines');
  return useMemo(() => {
    const options = statusFilters.map((value) => ({ value, label: t(`groups.${value}`) }));
    return [{ id: 'status', label: t('statusLabel'), options, of }];
  }, [t, of]);
}
