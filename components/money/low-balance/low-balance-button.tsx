'use client';
import { Bell } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { lazyNamed } from '@/components/ui/lazy-named';
import { rupiah } from '@/lib/format';
import { usePerson } from '@/lib/query/person';
import type { LowBalanceDialogProps } from './low-balance-dialog';
import { useThresholds } from './thresholds';

const LowBalanceDialog = lazyNamed(() => import('./low-balance-dialog'), 'LowBalanceDialog');

/** Says from which balance on the console warns, and opens the dialog that changes it. Needs `money-overview`. */
export function LowBalanceButton(props: Omit<LowBalanceDialogProps, 'onClose'>) {
  const t = useTranslations('money-overview.warning');
  const { identity } = usePerson();
  const threshold = useThresholds(identity)[props.scope];
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="link inline-flex items-center gap-1 text-left text-sm"
        onClick={() => setOpen(true)}
      >
        <Bell aria-hidden className="size-3.5 shrink-0" />
        {threshold === undefined ? t('set') : t('below', { amount: rupiah(threshold) })}
      </button>
      {open ? <LowBalanceDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
