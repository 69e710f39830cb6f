'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { NamedMachine } from './copies-dialog';

const CopiesDialog = lazyNamed(() => import('./copies-dialog'), 'CopiesDialog');

/**
 * Opens the dialog with the snapshots and backups of each machine. They are read only then, since each machine
 * costs two calls.
 * @param props.perMonth rupiah a month that copies cost, see `CopiesDialog`
 */
export function CopiesButton(props: { machines: readonly NamedMachine[]; perMonth: number }) {
  const t = useTranslations('home.copies');
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link text-sm" onClick={() => setOpen(true)}>
        {t('show')}
      </button>
      {open ? <CopiesDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
