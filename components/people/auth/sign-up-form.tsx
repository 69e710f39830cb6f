'use client';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { paths } from '@/lib/paths';
import { AuthForm, fieldText } from './auth-form';
import { checkSignUp } from './field-errors';
import { Refusal } from './refusal';
import { useFieldWords } from './use-field-words';
import { useSending } from './use-sending';

// Nobody needs it before they type a password.
const PasswordMeter = lazyNamed(() => import('./password-meter'), 'PasswordMeter', 'quiet');

const names = ['username', 'name', 'email', 'password'] as const;
type Values = Record<(typeof names)[number], string>;

/** Creates an account, then opens the page that asks for the code. */
export function SignUpForm() {
  const t = useTranslations('auth.signUp');
  const words = useFieldWords();
  const [typed, setTyped] = useState<{ password: string; own: readonly string[] } | null>(null);
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
  const noteTyped = (password: HTMLInputElement) => {
    const data = new FormData(password.form ?? undefined);
    const own = [
      fieldText(data, 'username'),
      fieldText(data, 'email').split('@')[0] ?? '',
      ...fieldText(data, 'name').split(/\s+/),
    ];
    setTyped(password.value === '' ? null : { password: password.value, own });
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
            <Suspense fallback={null}>{typed ? <PasswordMeter {...typed} /> : null}</Suspense>
          </>
        }
        autoComplete="new-password"
        onInput={(event) => noteTyped(event.currentTarget)}
      />
      {sending.problem ? <Refusal problem={sending.problem} /> : null}
      <Button type="submit" variant="primary" loading={sending.busy} className="w-full">
        {t('submit')}
      </Button>
    </AuthForm>
  );
}
