'use client';
import { useRouter } from 'next/navigation';
import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { PasswordField } from '@/components/ui/password-field';
import { TextField } from '@/components/ui/text-field';
import { paths } from '@/lib/paths';
import { leaveFor } from '@/lib/query/hide-page';
import { usePerson } from '@/lib/query/person';
import { signedInAgain, type SignInReason } from '@/lib/query/sign-in-gate';
import { signIn, type SignInResult } from '@/lib/session/browser-sign-in';
import { tellTabs } from '@/lib/session/tabs-news';
import { useShell } from './context';

type Refused = Extract<SignInResult, { ok: false }>;

/** Signs the same person in again. If another person signs in, the page is left. */
function useSignInAgain() {
  const { method, ownLabel } = useShell();
  const { identity } = usePerson();
  const router = useRouter();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    const values = new FormData(event.currentTarget);
    const read = (name: string) => String(values.get(name) ?? '');
    const result = await signIn(
      method === 'dewavps'
        ? { method, key: read('key').trim(), ...(ownLabel ? { label: ownLabel } : {}) }
        : { method, username: read('username'), password: read('password') },
    );
    underWay.current = false;
    setBusy(false);
    if (!result.ok) return setRefused(result);
    if (result.identity !== identity) return leaveFor(paths.home()); // another person: nothing on this page is theirs
    signedInAgain();
    router.refresh();
  };
  const abandon = () => {
    tellTabs('out');
    leaveFor(paths.signIn(), identity);
  };
  return { submit, abandon, busy, refused };
}

/** The form of `SessionDialog`. */
export function SessionForm({ reason }: { reason: SignInReason }) {
  const t = useTranslations('shell');
  const id = useId();
  const { submit, abandon, busy, refused } = useSignInAgain();
  return (
    <Dialog
      open
      locked
      overCover
      onClose={() => {}}
      title={t('signInAgain')}
      footer={
        <>
          <Button variant="quiet" onClick={abandon}>
            {t('someoneElse')}
          </Button>
          <Button type="submit" form={id} variant="primary" loading={busy}>
            {t('signIn')}
          </Button>
        </>
      }
    >
      <p className="text-muted">{t(`sessionEnded.${reason}`)}</p>
      <form id={id} onSubmit={submit} className="flex flex-col gap-3">
        <Fields />
      </form>
      {refused ? (
        <Callout tone="danger" role="alert">
          {t(`signInErrors.${refused.code}`)}
          {refused.retryAfter
            ? ` ${t('retryIn', { minutes: Math.ceil(refused.retryAfter / 60) })}`
            : ''}
        </Callout>
      ) : null}
    </Dialog>
  );
}

/** The fields of the sign-in method: name and password, or a key. */
function Fields() {
  const t = useTranslations('shell');
  const { method, person } = useShell();
  if (method === 'dewavps')
    return (
      <PasswordField
        label={t('apiKey', { label: person.name })}
        name="key"
        autoComplete="current-password"
        required
        autoFocus
      />
    );
  return (
    <>
      <TextField
        label={t('username')}
        name="username"
        autoComplete="username"
        required
        defaultValue={person.detail}
      />
      <PasswordField
        label={t('password')}
        name="password"
        autoComplete="current-password"
        required
        autoFocus
      />
    </>
  );
}
