'use client';
import { useTranslations } from 'use-intl';
import { NewPasswordField } from '@/components/parts/machines/new-password-field';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';

interface MachinePasswordProps {
  value: string;
  onMade: (password: string) => void;
  label: string;
  field: FieldProps;
}

/** The field for a machine's new password: typed or generated. The person can show and copy it. */
export function MachinePassword({ value, onMade, label, field }: MachinePasswordProps) {
  const t = useTranslations('instances');
  return (
    <NewPasswordField
      label={label}
      hint={t('wizard.passwordHint')}
      value={value}
      onMade={onMade}
      words={{
        make: t('wizard.generate'),
        made: t('wizard.generated'),
        copy: t('wizard.copyPassword'),
      }}
      {...field}
    />
  );
}
