'use client';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { signIn, type SignIn, type SignInResult } from '@/lib/session/browser-sign-in';
import { AuthForm, fieldText } from './auth-form';
import type { FieldErrors } from './field-errors';
import { SignInFailure, type Failure } from './sign-in-failure';
import { useFieldWords } from './use-field-words';
import { SignInMethodChoice, type SignInMethod } from './sign-in-method-choice';

export interface SignInFormProps {
  /** The ways to sign in that this deployment offers (at least one), each with its label. */
  methods: readonly { method: SignInMethod; label: string }[];
  /** The path to open after sign-in. */
  next: string;
  /** Fills in the name. */
  username?: string;
}

function failureOf(
  result: SignInResult & { ok: false },
  method: SignInMethod,
  username: string,
): Failure {
  const { code, retryAfter } = result;
  if (!retryAfter) return { code, method, username };
  const until = { at: Date.now() + retryAfter * 1000, minutes: Math.ceil(retryAfter / 60) };
  return { code, method, username, until };
}

const required: Record<SignInMethod, readonly string[]> = {
  awanio: ['username', 'password'],
  dewavps: ['key'],
  provider: ['username', 'password'],
};

const labels = { awanio: 'accountOf', dewavps: 'keyOf' } as const;

/** Signs in, then loads `next` as a new page, so that no data of another person stays in memory. */
function useSigningIn(next: string) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const inputs = useRef<Record<string, HTMLInputElement | null>>({});
  const point = (name: string) => {
    inputs.current[name]?.focus();
    inputs.current[name]?.select();
  };
  const start = async (asked: SignIn, username: string) => {
    if (busy) return;
    const missing = required[asked.method].filter(
      (name) => !(asked as Record<string, unknown>)[name],
    );
    setErrors(Object.fromEntries(missing.map((name) => [name, 'required'])));
    setFailure(null);
    if (missing[0] !== undefined) return point(missing[0]);
    setBusy(true);
    const result = await signIn(asked);
    if (result.ok) return window.location.assign(next);
    setBusy(false);
    setFailure(failureOf(result, asked.method, username));
    point(asked.method === 'dewavps' ? 'key' : 'password');
  };
  const inputRef = (name: string) => (element: HTMLInputElement | null) => {
    inputs.current[name] = element;
  };
  const forget = () => {
    setFailure(null);
    setErrors({});
  };
  return { busy, failure, errors, start, inputRef, forget };
}

type Signing = ReturnType<typeof useSigningIn>;

/** The forms of all ways to sign in. Each keeps what was typed while another is shown. */
export function SignInForm({ methods, next, username = '' }: SignInFormProps) {
  const t = useTranslations('auth.signIn');
  const [method, setMethod] = useState<SignInMethod>(methods[0]?.method ?? 'awanio');
  const signing = useSigningIn(next);
  const choose = (chosen: SignInMethod) => {
    setMethod(chosen);
    signing.forget();
  };
  const named = methods.map((one) => ({
    method: one.method,
    label:
      one.method === 'provider' ? t('asProvider') : t(labels[one.method], { label: one.label }),
  }));
  return (
    <div className="flex flex-col gap-4">
      {methods.length > 1 ? (
        <SignInMethodChoice
          legend={t('method')}
          methods={named}
          chosen={method}
          onChoose={choose}
        />
      ) : null}
      {signing.failure ? <SignInFailure failure={signing.failure} /> : null}
      {methods.map((one, index) => {
        const Form = one.method === 'dewavps' ? KeyForm : AccountForm;
        return (
          <Form
            key={one.method}
            method={one.method}
            label={named[index]?.label ?? ''}
            provider={one.label}
            hidden={one.method !== method}
            first={index === 0}
            signing={signing}
            username={username}
          />
        );
      })}
    </div>
  );
}

interface FormProps {
  method: SignInMethod;
  label: string;
  provider: string;
  hidden: boolean;
  /** The page opens with this form, so its first field gets the focus. */
  first: boolean;
  signing: Signing;
  username: string;
}

function AccountForm({ method, label, hidden, first, signing, username }: FormProps) {
  const t = useTranslations('auth.signIn');
  const words = useFieldWords();
  const submit = (data: FormData) => {
    const name = fieldText(data, 'username').trim();
    if (method === 'dewavps') return;
    void signing.start({ method, username: name, password: fieldText(data, 'password') }, name);
  };
  return (
    <AuthForm label={label} hidden={hidden} onSend={submit}>
      <TextField
        label={t('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={254}
        defaultValue={username}
        autoFocus={first && username === ''}
        ref={signing.inputRef('username')}
        error={words(signing.errors.username)}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        maxLength={256}
        autoFocus={first && username !== ''}
        ref={signing.inputRef('password')}
        error={words(signing.errors.password)}
      />
      <Submit busy={signing.busy} />
    </AuthForm>
  );
}

function KeyForm({ label, provider, hidden, first, signing }: FormProps) {
  const t = useTranslations('auth.signIn');
  const words = useFieldWords();
  const submit = (data: FormData) => {
    const name = fieldText(data, 'label').trim();
    const key = fieldText(data, 'key').trim();
    void signing.start({ method: 'dewavps', ...(name ? { label: name } : {}), key }, name);
  };
  return (
    <AuthForm label={label} hidden={hidden} onSend={submit}>
      <TextField
        label={t('label')}
        hint={t('labelHint', { label: provider })}
        name="label"
        autoComplete="username"
        autoCorrect="off"
        spellCheck={false}
        maxLength={40}
        autoFocus={first}
        ref={signing.inputRef('label')}
        error={words(signing.errors.label)}
      />
      <PasswordField
        label={t('key')}
        hint={t('keyHint')}
        name="key"
        autoComplete="current-password"
        maxLength={256}
        ref={signing.inputRef('key')}
        error={words(signing.errors.key)}
      />
      <Submit busy={signing.busy} />
    </AuthForm>
  );
}

function Submit({ busy }: { busy: boolean }) {
  const t = useTranslations('auth.signIn');
  return (
    <Button type="submit" variant="primary" loading={busy} className="w-full">
      {t('submit')}
    </Button>
  );
}
