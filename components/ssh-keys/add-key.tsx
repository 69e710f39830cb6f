'use client';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

const AddKeyDialog = lazy(() => import('./add-key-dialog'));

/** The button that asks for a new key. @param reason why none can be added */
export function AddKey({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('ssh-keys');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        disabledReason={reason ?? null}
        onClick={() => setOpen(true)}
      >
        {t('add.label')}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <AddKeyDialog account={account} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
