'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Live, type Asked } from '@/components/answers/live';
import type { FieldProps } from '@/components/forms/use-problem-form';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';

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
  query: Asked<unknown>;
  rows: readonly Candidate[];
  label: string;
  hint?: ReactNode;
  /** In place of the choice where there is none. */
  none: string;
  value: string;
}) {
  const t = useTranslations('networks');
  const shell = useTranslations('shell');
  const outline = (
    <div role="status" aria-label={shell('loading')}>
      <Skeleton className="h-14" />
    </div>
  );
  const choice = () =>
    rows.length === 0 ? (
      <p className="text-muted">{none}</p>
    ) : (
      <Select label={label} hint={hint} value={value} {...field}>
        <option value="">{t('choose')}</option>
        {rows.map(({ uuid, name, reason }) => (
          <option key={uuid} value={uuid} disabled={reason !== null}>
            {reason === null ? name : `${name}: ${reason}`}
          </option>
        ))}
      </Select>
    );
  return (
    <Live part query={query} stale={null} outline={outline}>
      {choice}
    </Live>
  );
}
