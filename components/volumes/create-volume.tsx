'use client';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

const CreateDialog = lazy(() => import('./create-dialog'));

/** The button that orders a volume. @param reason why none can be */
export function CreateVolume({ account, reason }: { account: string; reason?: string | null }) {
  const t = useTranslations('volumes');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        disabledReason={reason ?? null}
        onClick={() => setOpen(true)}
      >
        {t('create.label')}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <CreateDialog account={account} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
