'use client';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import type { Result } from '@/lib/contract/types';
import { Candidates } from './candidates';

/** A location of the provider's, D75. Needs the messages `machines` and `networks`. */
export function LocationField({
  query,
  ...field
}: Omit<ComponentProps<typeof Candidates>, 'query' | 'rows' | 'label' | 'none'> & {
  query: Omit<ComponentProps<typeof Candidates>['query'], 'data'> & {
    data: Result<'D75'> | undefined;
  };
}) {
  const m = useTranslations('machines');
  const t = useTranslations('networks');
  const rows = (query.data?.data ?? []).map(({ id, name, country }) => ({
    uuid: id,
    name: [name ?? id, country].filter(Boolean).join(', '),
    reason: null,
  }));
  return (
    <Candidates
      {...field}
      query={query}
      rows={rows}
      label={m('location')}
      none={t('noLocations')}
    />
  );
}
