'use client';
import { Dices } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { PasswordField } from '@/components/ui/password-field';
import { generatePassword } from './generate-password';

export interface NewPasswordFieldProps extends ComponentProps<typeof PasswordField> {
  /** The current text of the field. */
  value: string;
  /** Puts a generated password into the form. */
  onMade: (password: string) => void;
}

/**
 * A field for a machine's new password. The person types it, or generates one, which is shown since it can't be read later.
 * Needs the messages `machines`.
 */
export function NewPasswordField({ value, onMade, ...field }: NewPasswordFieldProps) {
  const t = useTranslations('machines.newPassword');
  const [made, setMade] = useState<string | null>(null);
  const make = () => {
    const password = generatePassword();
    setMade(password);
    onMade(password);
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-start gap-2">
        <PasswordField
          hint={t('hint')}
          {...field}
          autoComplete="new-password"
          className="grow"
          mono
        />
        <Button icon={<Dices aria-hidden />} onClick={make} className="mt-6">
          {t('make')}
        </Button>
      </div>
      <div role="status">
        {made !== null && made === value ? (
          <p className="border-line bg-sunken flex flex-wrap items-center gap-x-2 rounded-md border px-3 py-1.5">
            <span className="text-muted text-sm">{t('made')}</span>
            <code className="font-mono break-all select-all">{made}</code>
            <CopyButton text={made} label={t('copy')} />
          </p>
        ) : null}
      </div>
    </div>
  );
}
