'use client';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { useRefused } from '@/components/parts/shell/use-refused';

const ExportDialog = lazyNamed(() => import('./export-dialog'), 'ExportDialog');

/** Opens the dialog that exports an account's deposits, D80. Renders nothing for a key without the right. */
export function ExportDeposits() {
  const t = useTranslations('vps-billing');
  const [open, setOpen] = useState(false);
  if (useRefused('billing')) return null;
  return (
    <>
      <Button
        icon={<FileDown aria-hidden />}
        onPointerEnter={ExportDialog.prepare}
        onFocus={ExportDialog.prepare}
        onClick={() => setOpen(true)}
      >
        {t('export.deposits')}
      </Button>
      {open ? (
        <Overlay>
          <ExportDialog onClose={() => setOpen(false)} />
        </Overlay>
      ) : null}
    </>
  );
}
