'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { SignInCode } from '@/lib/session/sign-in-error';
import type { SignInMethod } from './sign-in-method-choice';

/** A refused sign-in. */
export interface Failure {
  code: SignInCode;
  method: SignInMethod;
  /** The name that was typed, for the link to the page that asks for the code. */
  username: string;
  /** When to try again: `at` in milliseconds since 1970, and how many `minutes` that was at the refusal. */
  until?: { at: number; minutes: number };
}

const clock = (at: number) => {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
};

/** Says why a sign-in failed, and what to do. */
export function SignInFailure({ failure }: { failure: Failure }) {
  const t = useTranslations('auth.failures');
  const { code, method, username, until } = failure;
  switch (code) {
    case 'wrong_credentials': {
      const kind = method === 'dewavps' ? 'wrong_key' : 'wrong_password';
      return <Words title={t(`${kind}.title`)}>{t(`${kind}.text`)}</Words>;
    }
    case 'too_many_attempts':
      return (
        <Words title={t('too_many_attempts.title')}>
          {until
            ? t('too_many_attempts.text', { minutes: until.minutes, time: clock(until.at) })
            : t('too_many_attempts.unknown')}
        </Words>
      );
    case 'not_verified':
      return (
        <Words title={t('not_verified.title')}>
          {t('not_verified.text')}{' '}
          <TextLink href={paths.verify(username.includes('@') ? { email: username } : {})}>
            {t('not_verified.todo')}
          </TextLink>
        </Words>
      );
    default:
      return <Words title={t(`${code}.title`)}>{t(`${code}.text`)}</Words>;
  }
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Callout tone="danger" role="alert" title={title}>
      <p>{children}</p>
    </Callout>
  );
}
