'use client';
import { useTranslations } from 'use-intl';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { TextField } from '@/components/ui/text-field';
import { readClusterName } from '@/lib/contract/reading/names';

/** The field for a cluster's name. */
export function NameField<Values extends { name: string }>({
  form,
}: {
  form: Pick<ProblemForm<Values>, 'field'>;
}) {
  const t = useTranslations('clusters');
  const { field } = form as unknown as Pick<ProblemForm<{ name: string }>, 'field'>;
  return (
    <TextField
      label={t('name')}
      hint={t('nameHint')}
      mono
      {...field('name', { required: true, read: readClusterName })}
    />
  );
}
