import { TriangleAlert } from 'lucide-react';
import { TextLink } from '@/components/ui/text-link';
import { exact } from '@/lib/format';
import { currentSession } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import { expiryOf } from '@/lib/session/expiry';
import { dashboardWords } from './words';

/** One line where the key of an account ends soon, or has ended, by its owner's note. @param account its slug */
export async function KeyEnd({ account }: { account: string }) {
  const [session, { t, language }] = await Promise.all([currentSession(), dashboardWords()]);
  const expiry = expiryOf(session?.accounts.find(({ slug }) => slug === account)?.expires);
  if (!expiry || expiry.state === 'later') return null;
  const date = exact(`${expiry.date}T00:00:00+07:00`, language, 420, 'date');
  return (
    <p className="mb-4 flex flex-wrap items-start gap-x-3 gap-y-1 text-sm">
      <span className="text-warn flex items-start gap-1.5">
        <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        {expiry.state === 'past'
          ? t('keyEnd.past', { date })
          : t('keyEnd.soon', { date, days: expiry.days })}
      </span>
      <TextLink href={paths.account()}>{t('keyEnd.link')}</TextLink>
    </p>
  );
}
