import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthPage } from '@/components/people/auth/auth-page';
import { SignUpForm } from '@/components/people/auth/sign-up-form';
import { Messages } from '@/components/parts/shell/messages';
import { TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('auth'))('signUp.title') };
}

export default async function SignUpPage() {
  if (!settings().NUSA_AWANIO_URL) redirect(paths.signIn()); // without Awanio there are only keys, which the provider's portal creates
  const t = await translator('auth');
  return (
    <AuthPage
      title={t('signUp.title')}
      intro={t('signUp.intro')}
      foot={
        <>
          <p>
            {t('signUp.haveAccount')}{' '}
            <TextLink href={paths.signIn()}>{t('signUp.signIn')}</TextLink>
          </p>
          <p>
            {t('signUp.haveCode')}{' '}
            <TextLink href={paths.verify()}>{t('signUp.enterCode')}</TextLink>
          </p>
        </>
      }
    >
      <Messages namespaces={['auth']}>
        <SignUpForm />
      </Messages>
    </AuthPage>
  );
}
