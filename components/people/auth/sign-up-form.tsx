'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { paths } from '@/lib/paths';
import { AuthForm, fieldText } from './auth-form';
import { checkSignUp } from './field-errors';
import { strengthOf, type Strength } from './password-strength';
import { Refusal } from './refusal';
import { useFieldWords } from './use-field-words';
import { useSending } from './use-sending';

const names = ['username', 'name', 'email', 'password'] as const;
type Values = Record<(typeof names)[number], string>;

/** Creates an account, then opens the page that asks for the code. */
export function SignUpForm() {
  const t = useTranslations('auth.signUp');
  const words = useFieldWords();
  const [strength, setStrength] = useState<Strength | null>(null);
  const sending = useSending({
    path: '/api/account/sign-up',
    names,
    check: (values) => checkSignUp(values as Values),
    pathAfter: ({ email }) => paths.verify({ email }),
  });
  const submit = (data: FormData) => {
    const [username, name, email] = ['username', 'name', 'email'].map((field) =>
      fieldText(data, field).trim(),
    );
    void sending.start({ username, name, email, password: fieldText(data, 'password') } as Values);
  };
  const weigh = (password: HTMLInputElement) => {
    const data = new FormData(password.form ?? undefined);
    const own = [
      fieldText(data, 'username'),
      fieldText(data, 'email').split('@')[0] ?? '',
      ...fieldText(data, 'name').split(/\s+/),
    ];
    setStrength(password.value === '' ? null : strengthOf(password.value, own));
  };
  const field = (name: keyof Values) => ({
    label: t(name),
    name,
    ref: sending.inputRef(name),
    error: words(sending.errors[name]),
  });
  return (
    <AuthForm label={t('title')} onSend={submit}>
      <TextField
        {...field('username')}
        hint={t('usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        autoFocus
      />
      <TextField {...field('name')} autoComplete="name" />
      <TextField {...field('email')} hint={t('emailHint')} type="email" autoComplete="email" />
      <PasswordField
        {...field('password')}
        hint={
          <>
            {t('passwordHint')}
            {strength ? <Meter strength={strength} /> : null}
          </>
        }
        autoComplete="new-password"
        onInput={(event) => weigh(event.currentTarget)}
      />
      {sending.problem ? <Refusal problem={sending.problem} /> : null}
      <Button type="submit" variant="primary" loading={sending.busy} className="w-full">
        {t('submit')}
      </Button>
    </AuthForm>
  );
}

const bars: Record<Strength, { filled: number; color: string }> = {
  short: { filled: 1, color: 'bg-danger-mark' },
  weak: { filled: 1, color: 'bg-danger-mark' },
  fair: { filled: 2, color: 'bg-warn-mark' },
  strong: { filled: 3, color: 'bg-run-mark' },
};

/** Shows how strong the password is, in words and as three bars. */
function Meter({ strength }: { strength: Strength }) {
  const t = useTranslations('auth.signUp');
  const { filled, color } = bars[strength];
  return (
    <span className="mt-1 flex items-center gap-2">
      <span aria-hidden className="flex gap-1">
        {[1, 2, 3].map((bar) => (
          <span
            key={bar}
            className={`h-1 w-8 rounded-full ${bar <= filled ? color : 'bg-off-soft'}`}
          />
        ))}
      </span>
      <span className="text-ink">{t('strength', { level: strength })}</span>
    </span>
  );
}
