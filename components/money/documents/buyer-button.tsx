'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { useBuyer } from './use-buyer';

const BuyerDialog = lazyNamed(() => import('./buyer-dialog'), 'BuyerDialog');

/** Opens the dialog with the buyer's data. Needs the messages `documents`. */
export function BuyerButton({
  suggested,
  viewing,
  ...of
}: ReturnType<typeof useBuyer> & {
  /** The name to begin with. */
  suggested: string;
}) {
  const t = useTranslations('documents.details');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button disabledReason={viewing ? t('viewing') : null} onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {open ? <BuyerDialog {...of} suggested={suggested} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
