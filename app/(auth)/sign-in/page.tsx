import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { AuthPage, singleValue, type QueryProps } from '@/components/people/auth/auth-page';
import { SignInForm } from '@/components/people/auth/sign-in-form';
import { SignInNotice } from '@/components/people/auth/sign-in-notice';
import type { SignInMethod } from '@/components/people/auth/sign-in-method-choice';
import { Messages } from '@/components/parts/shell/messages';
import { Callout } from '@/components/ui/callout';
import { TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';
import { currentSession } from '@/lib/next/session';
import { paths, safeNext } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { readStart, startCookie } from '@/lib/start-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('auth'))('signIn.title') };
}

/** The method for the provider's administrators, if the operator allows it. Its page has an address, but no link. */
function providerMethod(asked: string): { method: SignInMethod; label: string }[] {
  const { NUSA_PROVIDER_ADMIN, NUSA_AWANIO_URL, NUSA_AWANIO_LABEL } = settings();
  const offered = asked === 'provider' && NUSA_PROVIDER_ADMIN && NUSA_AWANIO_URL;
  return offered ? [{ method: 'provider', label: NUSA_AWANIO_LABEL }] : [];
}

/** The methods to sign in that this deployment has. */
function signInMethods(): { method: SignInMethod; label: string }[] {
  const { NUSA_AWANIO_URL, NUSA_AWANIO_LABEL, NUSA_DEWAVPS_URL, NUSA_DEWAVPS_LABEL } = settings();
  return [
    ...(NUSA_AWANIO_URL ? [{ method: 'awanio' as const, label: NUSA_AWANIO_LABEL }] : []),
    ...(NUSA_DEWAVPS_URL ? [{ method: 'dewavps' as const, label: NUSA_DEWAVPS_LABEL }] : []),
  ];
}

/**
 * The page after sign-in: the one that was asked for, else the start page of the person's choice. It is never sign-in
 * itself, which would redirect a signed-in person in an endless loop.
 */
async function destination(next: string): Promise<string> {
  const path = safeNext(next);
  if (path !== paths.home() && path.split(/[?#]/)[0] !== paths.signIn()) return path;
  const start = readStart((await cookies()).get(startCookie)?.value);
  return paths.home(start === 'billing' ? { start } : {});
}

export default async function SignInPage({ searchParams }: QueryProps) {
  const query = await searchParams;
  const [t, session] = await Promise.all([translator('auth'), currentSession()]);
  const next = await destination(singleValue(query.next));
  const reason = singleValue(query.reason);
  // A session that the backend refuses is still a session here. A person with a key may add a cloud account.
  const linking = reason === 'link' && session !== null && session.awanio === null;
  const provider = linking ? [] : providerMethod(singleValue(query.as));
  // An administrator's sign-in may replace a customer's session.
  const changes = provider.length > 0 && !session?.awanio?.provider;
  if (session && reason !== 'refused' && !linking && !changes) redirect(next);
  const all = signInMethods();
  const forCustomers = linking ? all.filter(({ method }) => method === 'awanio') : all;
  const methods = provider.length > 0 ? provider : forCustomers;
  if (methods.length === 0) {
    return (
      <AuthPage title={t('signIn.title')}>
        <Callout tone="warn" title={t('unconfigured.title')}>
          <p>{t('unconfigured.text')}</p>
        </Callout>
      </AuthPage>
    );
  }
  const canSignUp = methods.some(({ method }) => method === 'awanio');
  return (
    <AuthPage
      title={t('signIn.title')}
      notice={
        <SignInNotice
          reason={reason}
          linking={linking ? session.person.name : null}
          asked={next !== paths.home()}
        />
      }
      foot={
        canSignUp ? (
          <p>
            {t('signIn.newHere')} <TextLink href={paths.signUp()}>{t('signIn.signUp')}</TextLink>
          </p>
        ) : null
      }
    >
      <Messages namespaces={['auth']}>
        <SignInForm
          methods={methods}
          next={next}
          username={singleValue(query.username).slice(0, 254)}
        />
      </Messages>
    </AuthPage>
  );
}
