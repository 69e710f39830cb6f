'use client';
import type { ReactNode } from 'react';
import { useWatch, type FieldPath, type FieldValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import type { QueryState } from '@/components/parts/answers/trouble';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { isolated } from '@/lib/intl/foreign';
import type { ProblemForm } from './use-problem-form';

/** One option of a choice. */
export interface Candidate {
  id: string;
  name: string;
  /** Why it can't be chosen now, in words. */
  reason?: string | null;
}

/** The options of a choice, and the read that gives them. */
export interface Choice {
  query: QueryState<unknown>;
  rows: readonly Candidate[];
  /** Shown when there is nothing to choose. */
  none: string;
}

/** Why nothing can be chosen, once the read has answered. */
export const emptyReason = ({ query, rows, none }: Choice): string | null =>
  query.data !== undefined && rows.every(({ reason }) => reason) ? none : null;

/** The name of the chosen option. */
export const chosenName = ({ rows }: Choice, id: string): string =>
  rows.find((row) => row.id === id)?.name ?? id;

export interface ChoiceFieldProps<Values extends FieldValues> {
  form: ProblemForm<Values>;
  name: FieldPath<Values>;
  choice: Choice;
  label: string;
  hint?: ReactNode;
  onPick?: () => void;
}

/** A select whose options come from a read. An option that can't be chosen shows its reason. */
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
