'use client';
import { LogOut } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { paths } from '@/lib/paths';
import { leaveFor } from '@/lib/query/hide-page';
import { usePerson } from '@/lib/query/person';
import { signOut } from '@/lib/session/browser';

/** Signs out in two ways: keeping the linked keys in this browser, or removing them. */
export function SignOut({ hasLinkedKeys }: { hasLinkedKeys: boolean }) {
  const t = useTranslations('account.session');
  const { identity } = usePerson();
  const [leaving, setLeaving] = useState<'keep' | 'forget' | null>(null);
  const [failed, setFailed] = useState(false);
  const leave = async (how: 'keep' | 'forget') => {
    setLeaving(how);
    setFailed(false);
    if (await signOut({ forget: how === 'forget' })) {
      leaveFor(paths.signIn(), identity);
      return;
    }
    setLeaving(null);
    setFailed(true);
  };
  return (
    <div className="flex flex-col gap-3">
      {hasLinkedKeys ? <p className="text-muted">{t('signOutKeys')}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button
          icon={<LogOut aria-hidden />}
          loading={leaving === 'keep'}
          onClick={() => void leave('keep')}
        >
          {t('signOut')}
        </Button>
        {hasLinkedKeys ? (
          <Button loading={leaving === 'forget'} onClick={() => void leave('forget')}>
            {t('signOutForget')}
          </Button>
        ) : null}
      </div>
      {failed ? (
        <Callout tone="danger" role="alert" title={t('failed')}>
          <p>{t('failedText')}</p>
        </Callout>
      ) : null}
    </div>
  );
}
