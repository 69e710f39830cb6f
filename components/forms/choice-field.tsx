'use client';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useWatch, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ProblemNote } from '@/components/ui/error-state';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import type { ProblemError } from '@/lib/problem';
import type { ProblemForm } from './use-problem-form';

export interface Candidate {
  id: string;
  name: string;
  /** Why it can't be chosen now, in words. */
  reason?: string | null;
}

/** What can be chosen, and the read that brings it. */
export interface Choice {
  query: Pick<UseQueryResult<unknown, ProblemError>, 'data' | 'error' | 'isFetching' | 'refetch'>;
  rows: readonly Candidate[];
  /** In place of the choice where there is none. */
  none: string;
}

/** Why nothing can be chosen, once that is known. */
export const nothingOf = ({ query, rows, none }: Choice): string | null =>
  query.data !== undefined && rows.every(({ reason }) => reason) ? none : null;

/** The name of what was chosen. */
export const chosenIn = ({ rows }: Choice, id: string): string =>
  rows.find((row) => row.id === id)?.name ?? id;

export interface ChoiceFieldProps<Values extends FieldValues> {
  form: ProblemForm<Values>;
  name: FieldPath<Values>;
  choice: Choice;
  label: string;
  hint?: ReactNode;
  onPick?: () => void;
}

/** A choice that its own read fills; what can't be chosen stands in it with its reason. */
export function ChoiceField<Values extends FieldValues>({
  form,
  name,
  choice: { query, rows, none },
  label,
  hint,
  onPick,
}: ChoiceFieldProps<Values>) {
  const t = useTranslations('ui');
  const shell = useTranslations('shell');
  const value: string = useWatch({ control: form.form.control, name });
  if (query.data === undefined && query.error)
    return (
      <ProblemNote
        problem={query.error.problem}
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  if (query.data === undefined)
    return (
      <div role="status" aria-label={shell('loading')}>
        <Skeleton className="h-14" />
      </div>
    );
  if (rows.length === 0) return <p className="text-muted">{none}</p>;
  const field = form.field(name, { required: true });
  return (
    <Select
      {...{ label, hint, value }}
      {...field}
      onChange={(event) => {
        onPick?.();
        return field.onChange(event);
      }}
    >
      <option value="">{t('choose')}</option>
      {rows.map(({ id, name: words, reason }) => (
        <option key={id} value={id} disabled={Boolean(reason)}>
          {reason ? `${words}: ${reason}` : words}
        </option>
      ))}
    </Select>
  );
}
