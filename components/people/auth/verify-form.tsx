'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { AuthForm, fieldText } from './auth-form';
import { checkCode } from './field-errors';
import { Refusal } from './refusal';
import { useFieldWords } from './use-field-words';
import { useSending } from './use-sending';

const names = ['email', 'verification_code'] as const;
type Values = Record<(typeof names)[number], string>;

/** Asks for the code from the e-mail, then opens sign-in with the name filled in. */
export function VerifyForm({ email }: { email: string }) {
  const t = useTranslations('auth.verify');
  const words = useFieldWords();
  const sending = useSending({
    path: '/api/account/verify',
    names,
    check: (values) => checkCode(values as Values),
    pathAfter: (values) =>
      `/sign-in?${new URLSearchParams({ reason: 'verified', username: values.email ?? '' })}`,
  });
  const submit = (data: FormData) => {
    // A code that is copied from an e-mail often contains spaces.
    const verification_code = fieldText(data, 'verification_code').replace(/\s+/g, '');
    void sending.start({ email: fieldText(data, 'email').trim(), verification_code });
  };
  return (
    <AuthForm label={t('title')} onSend={submit}>
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="email"
        defaultValue={email}
        maxLength={254}
        autoFocus={email === ''}
        ref={sending.inputRef('email')}
        error={words(sending.errors.email)}
      />
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        name="verification_code"
        autoComplete="one-time-code"
        autoCorrect="off"
        mono
        maxLength={80}
        autoFocus={email !== ''}
        ref={sending.inputRef('verification_code')}
        error={words(sending.errors.verification_code)}
      />
      {sending.problem ? <Refusal problem={sending.problem} /> : null}
      <Button type="submit" variant="primary" loading={sending.busy} className="w-full">
        {t('submit')}
      </Button>
    </AuthForm>
  );
}
