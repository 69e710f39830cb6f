'use client';
import { useTranslations } from 'use-intl';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { TextField } from '@/components/ui/text-field';
import { readLine } from '@/lib/contract/reading/text';

/** The field for a volume's name. */
export function LabelField<Values extends { label: string }>({
  form,
}: {
  form: Pick<ProblemForm<Values>, 'field'>;
}) {
  const t = useTranslations('organization-volumes');
  const { field } = form as unknown as Pick<ProblemForm<{ label: string }>, 'field'>;
  return (
    <TextField
      label={t('name')}
      hint={t('nameHint')}
      autoComplete="off"
      {...field('label', { required: true, read: readLine(100) })}
    />
  );
}
