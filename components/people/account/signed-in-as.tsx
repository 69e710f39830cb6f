import { Instant } from '@/components/ui/instant';
import { KeyValue, type Pair } from '@/components/ui/key-value';
import { OutsideLink } from '@/components/ui/text-link';
import { duration } from '@/lib/format';
import { locale, translator } from '@/lib/next/intl';
import type { Session } from '@/lib/session/session';
import { settings } from '@/lib/settings';

/** Shows who is signed in, and how they signed in. */
export async function SignedInAs({ session }: { session: Session }) {
  const t = await translator('account');
  const { NUSA_AWANIO_LABEL, NUSA_DEWAVPS_LABEL, NUSA_PORTAL_URL: portal } = settings();
  const user = session.awanio?.user;
  const pairs: Pair[] = user
    ? [
        { term: t('signedInAs.name'), value: user.name },
        { term: t('signedInAs.username'), value: user.username },
        { term: t('signedInAs.email'), value: user.email ?? '–' },
        {
          term: t('signedInAs.method'),
          value: t('signedInAs.methodAccount', { label: NUSA_AWANIO_LABEL }),
        },
      ]
    : [
        { term: t('signedInAs.name'), value: session.person.name },
        {
          term: t('signedInAs.method'),
          value: t('signedInAs.methodKey', { label: NUSA_DEWAVPS_LABEL }),
        },
        { term: t('signedInAs.key'), value: session.person.detail, mono: true },
      ];
  return (
    <>
      <KeyValue pairs={pairs} />
      {user ? (
        <p className="text-muted mt-3 text-sm">
          {t('signedInAs.changeElsewhere')}{' '}
          {portal ? <OutsideLink href={portal}>{t('signedInAs.portal')}</OutsideLink> : null}
        </p>
      ) : null}
    </>
  );
}

/** Shows when this session began and when it ends. */
export async function SessionFacts({ session }: { session: Session }) {
  const [t, language] = await Promise.all([translator('account'), locale()]);
  const pairs: Pair[] = [
    {
      term: t('session.since'),
      value: <Instant iso={new Date(session.issued).toISOString()} as="exact" />,
    },
    { term: t('session.idle'), value: duration(settings().NUSA_IDLE_MINUTES * 60, language) },
    {
      term: t('session.ends'),
      value: <Instant iso={new Date(session.expires).toISOString()} as="exact" />,
    },
  ];
  return (
    <>
      <KeyValue pairs={pairs} />
      <p className="text-muted mt-3 mb-4 text-sm">{t('session.explain')}</p>
    </>
  );
}
