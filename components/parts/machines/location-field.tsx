'use client';
import type { FieldValues } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ChoiceField, type ChoiceFieldProps } from '@/components/parts/forms/choice-field';
import { useBackendQuery } from '@/lib/query/use-backend-query';

/** Chooses a location of the provider (D75). Needs the messages `machines`. */
export function LocationField<Values extends FieldValues>(
  field: Omit<ChoiceFieldProps<Values>, 'choice' | 'label'>,
) {
  const m = useTranslations('machines');
  const query = useBackendQuery('D75', {});
  const rows = (query.data?.data ?? []).map(({ id, name, country }) => ({
    id,
    name: [name ?? id, country].filter(Boolean).join(', '),
  }));
  return (
    <ChoiceField
      {...field}
      label={m('location')}
      choice={{ query, rows, none: m('noLocations') }}
    />
  );
}
