import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AuthPage, singleValue, type QueryProps } from '@/components/people/auth/auth-page';
import { VerifyForm } from '@/components/people/auth/verify-form';
import { Messages } from '@/components/parts/shell/messages';
import { OutsideLink, TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('auth'))('verify.title') };
}

export default async function VerifyPage({ searchParams }: QueryProps) {
  const { NUSA_AWANIO_URL, NUSA_SUPPORT_URL: support, NUSA_PORTAL_URL: portal } = settings();
  if (!NUSA_AWANIO_URL) redirect(paths.signIn());
  const t = await translator('auth');
  const email = singleValue((await searchParams).email).slice(0, 254);
  return (
    <AuthPage
      title={t('verify.title')}
      intro={email ? t('verify.sent', { email }) : t('verify.intro')}
      foot={
        <>
          <p className="text-ink font-medium">{t('verify.noEmail')}</p>
          <p>{t('verify.delay')}</p>
          <p>{t('verify.why')}</p>
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            <TextLink href={paths.signIn()}>{t('verify.signIn')}</TextLink>
            <TextLink href={paths.signUp()}>{t('verify.another')}</TextLink>
          </p>
          <p>{t('verify.noResend')}</p>
          {support || portal ? (
            <p className="flex flex-wrap gap-x-4 gap-y-1">
              {support ? <OutsideLink href={support}>{t('verify.support')}</OutsideLink> : null}
              {portal ? <OutsideLink href={portal}>{t('verify.portal')}</OutsideLink> : null}
            </p>
          ) : null}
        </>
      }
    >
      <Messages namespaces={['auth']}>
        <VerifyForm email={email} />
      </Messages>
    </AuthPage>
  );
}
