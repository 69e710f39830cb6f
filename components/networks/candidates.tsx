'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { FieldProps } from '@/components/forms/use-problem-form';
import { ProblemNote } from '@/components/ui/error-state';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import type { ProblemError } from '@/lib/problem';

export interface Candidate {
  uuid: string;
  name: string;
  /** Why it can't be chosen now, in words. */
  reason: string | null;
}

/** A choice that its own read fills; what can't be chosen stands in it with its reason. Needs the messages `networks`. */
export function Candidates({
  query,
  rows,
  label,
  hint,
  none,
  value,
  ...field
}: FieldProps & {
  query: Pick<UseQueryResult<unknown, ProblemError>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  rows: readonly Candidate[];
  label: string;
  hint?: ReactNode;
  /** In place of the choice where there is none. */
  none: string;
  value: string;
}) {
  const t = useTranslations('networks');
  const shell = useTranslations('shell');
  if (query.data === undefined && query.error) {
    const { problem } = query.error;
    return (
      <ProblemNote
        problem={problem}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  if (query.data === undefined) {
    return (
      <div role="status" aria-label={shell('loading')}>
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <Select label={label} hint={hint} value={value} {...field}>
      <option value="">{t('choose')}</option>
      {rows.map(({ uuid, name, reason }) => (
        <option key={uuid} value={uuid} disabled={reason !== null}>
          {reason === null ? name : `${name}: ${reason}`}
        </option>
      ))}
    </Select>
  );
}
