'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { usePerson } from '@/lib/query/person';
import { forgetLasting, type LastingName } from '@/lib/query/storage';
import { useLasting } from '@/lib/query/use-lasting';

/** How many entries a kept value has: it is a list, or has one property an entry. */
const countOf = (kept: unknown): number =>
  typeof kept === 'object' && kept !== null ? Object.keys(kept).length : 0;

/** What this browser keeps beyond a sign-out, with the number of entries; what it doesn't keep is left out. */
function useKept(): { name: LastingName; count: number }[] {
  const { identity } = usePerson();
  const counts: Record<LastingName, number> = {
    'low-balance': countOf(useLasting(identity, 'low-balance')),
    buyers: countOf(useLasting(identity, 'buyers')),
    payments: countOf(useLasting(identity, 'payments')),
    kubeconfigs: countOf(useLasting(identity, 'kubeconfigs')),
  };
  return (Object.keys(counts) as LastingName[])
    .map((name) => ({ name, count: counts[name] }))
    .filter(({ count }) => count > 0);
}

/** Says what this browser keeps of the person over a sign-out, and forgets it. */
export function ForgetBrowser() {
  const t = useTranslations('account.browser');
  const { identity } = usePerson();
  const kept = useKept();
  const [asking, setAsking] = useState(false);
  const list = (
    <ul className="ml-5 list-disc">
      {kept.map(({ name, count }) => (
        <li key={name}>{t(`names.${name}`, { count })}</li>
      ))}
    </ul>
  );
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="text-muted">{t('text')}</p>
      {kept.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <>
          <div>
            <p>{t('kept')}</p>
            {list}
          </div>
          <Button onClick={() => setAsking(true)}>{t('forget')}</Button>
        </>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t('confirmTitle')}
        confirmLabel={t('forget')}
        danger
        onConfirm={() => {
          forgetLasting(identity);
          toast({ tone: 'good', title: t('done') });
          return Promise.resolve();
        }}
      >
        <p>{t('confirmText')}</p>
        {list}
        {kept.some(({ name }) => name === 'payments') ? <p>{t('confirmPayments')}</p> : null}
      </ConfirmDialog>
    </div>
  );
}
