'use client';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { signIn, type SignIn, type SignInResult } from '@/lib/session/browser-sign-in';
import { AuthForm, given } from './auth-form';
import type { FieldErrors } from './field-errors';
import { SignInFailure, type Failure } from './sign-in-failure';
import { useFieldWords } from './use-field-words';
import { WayChoice, type Way } from './way-choice';

export interface SignInFormProps {
  /** What this deployment offers, and what it calls it; at least one. */
  ways: readonly { way: Way; label: string }[];
  /** Path of ours to go to. */
  next: string;
  /** Filled in already. */
  username?: string;
}

function failureOf(result: SignInResult & { ok: false }, way: Way, username: string): Failure {
  const { code, retryAfter } = result;
  if (!retryAfter) return { code, way, username };
  const until = { at: Date.now() + retryAfter * 1000, minutes: Math.ceil(retryAfter / 60) };
  return { code, way, username, until };
}

const required: Record<Way, readonly string[]> = {
  awanio: ['username', 'password'],
  dewavps: ['key'],
  provider: ['username', 'password'],
};

const labels = { awanio: 'accountOf', dewavps: 'keyOf' } as const;

/** Signs in, then leaves for `next` with a fresh page, so that nothing of another person stays. */
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
    const missing = required[asked.way].filter((name) => !(asked as Record<string, unknown>)[name]);
    setErrors(Object.fromEntries(missing.map((name) => [name, 'required'])));
    setFailure(null);
    if (missing[0] !== undefined) return point(missing[0]);
    setBusy(true);
    const result = await signIn(asked);
    if (result.ok) return window.location.assign(next);
    setBusy(false);
    setFailure(failureOf(result, asked.way, username));
    point(asked.way === 'dewavps' ? 'key' : 'password');
  };
  const keep = (name: string) => (element: HTMLInputElement | null) => {
    inputs.current[name] = element;
  };
  const forget = () => {
    setFailure(null);
    setErrors({});
  };
  return { busy, failure, errors, start, keep, forget };
}

type Signing = ReturnType<typeof useSigningIn>;

/** Both ways in. Each keeps what was typed while the other is shown. */
export function SignInForm({ ways, next, username = '' }: SignInFormProps) {
  const t = useTranslations('auth.signIn');
  const [way, setWay] = useState<Way>(ways[0]?.way ?? 'awanio');
  const signing = useSigningIn(next);
  const choose = (chosen: Way) => {
    setWay(chosen);
    signing.forget();
  };
  const named = ways.map((one) => ({
    way: one.way,
    label: one.way === 'provider' ? t('asProvider') : t(labels[one.way], { label: one.label }),
  }));
  return (
    <div className="flex flex-col gap-4">
      {ways.length > 1 ? (
        <WayChoice legend={t('way')} ways={named} chosen={way} onChoose={choose} />
      ) : null}
      {signing.failure ? <SignInFailure failure={signing.failure} /> : null}
      {ways.map((one, index) => {
        const Form = one.way === 'dewavps' ? KeyForm : AccountForm;
        return (
          <Form
            key={one.way}
            way={one.way}
            label={named[index]?.label ?? ''}
            provider={one.label}
            hidden={one.way !== way}
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
  way: Way;
  label: string;
  provider: string;
  hidden: boolean;
  /** The form that the page opens with: its first field takes the cursor. */
  first: boolean;
  signing: Signing;
  username: string;
}

function AccountForm({ way, label, hidden, first, signing, username }: FormProps) {
  const t = useTranslations('auth.signIn');
  const words = useFieldWords();
  const submit = (data: FormData) => {
    const name = given(data, 'username').trim();
    if (way === 'dewavps') return;
    void signing.start({ way, username: name, password: given(data, 'password') }, name);
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
        ref={signing.keep('username')}
        error={words(signing.errors.username)}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        maxLength={256}
        autoFocus={first && username !== ''}
        ref={signing.keep('password')}
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
    const name = given(data, 'label').trim();
    const key = given(data, 'key').trim();
    void signing.start({ way: 'dewavps', ...(name ? { label: name } : {}), key }, name);
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
        ref={signing.keep('label')}
        error={words(signing.errors.label)}
      />
      <PasswordField
        label={t('key')}
        hint={t('keyHint')}
        name="key"
        autoComplete="current-password"
        maxLength={256}
        ref={signing.keep('key')}
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
