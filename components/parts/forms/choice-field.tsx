'use client';
import type { ReactNode } from 'react';
import { useWatch, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Live, type QueryState } from '@/components/parts/answers/live';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { isolated } from '@/lib/intl/foreign';
import type { ProblemForm } from './use-problem-form';

export interface Candidate {
  id: string;
  name: string;
  /** Why it can't be chosen now, in words. */
  reason?: string | null;
}

/** What can be chosen, and the read that brings it. */
export interface Choice {
  query: QueryState<unknown>;
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
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const { query, rows, none } = props.choice;
  const shell = useTranslations('shell');
  const outline = (
    <div role="status" aria-label={shell('loading')}>
      <Skeleton className="h-14" />
    </div>
  );
  return (
    <Live part query={query} stale={null} outline={outline}>
      {() =>
        rows.length === 0 ? (
          <p className="text-muted">{none}</p>
        ) : (
          <Choices {...props} rows={rows} />
        )
      }
    </Live>
  );
}

function Choices<Values extends FieldValues>({
  form,
  name,
  label,
  hint,
  rows,
  onPick,
}: ChoiceFieldProps<Values> & { rows: readonly Candidate[] }) {
  const t = useTranslations('ui');
  const value: string = useWatch({ control: form.form.control, name });
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
          {reason ? `${isolated(words)}: ${reason}` : isolated(words)}
        </option>
      ))}
    </Select>
  );
}
