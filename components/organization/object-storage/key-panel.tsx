'use client';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { Instant } from '@/components/ui/instant';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { Status } from '@/components/ui/status';
import { toast } from '@/components/ui/toast';
import type { StorageKeyView } from '@/lib/storage/storage-api';
import { useKeyChanges, useLinkable, useLinkedKey } from './use-key';

const KeyDialog = lazyNamed(() => import('./key-dialog'), 'KeyDialog');

/** The storage key that the session has: what it is for, where it is kept, how it is linked and forgotten. */
export function KeyPanel() {
  const t = useTranslations('object-storage');
  const { data } = useLinkedKey();
  const linkable = useLinkable();
  return (
    <Panel title={t('key.title')}>
      {!linkable ? <p>{t('trouble.notSet')}</p> : data ? <Linked linked={data} /> : <NotLinked />}
    </Panel>
  );
}

/** The button that links a key; nothing where none can be linked. */
export function LinkKeyButton({ size }: { size?: 'sm' }) {
  const t = useTranslations('object-storage.key');
  const linkable = useLinkable();
  const { data: linked } = useLinkedKey();
  const [open, setOpen] = useState(false);
  if (!linkable) return null;
  return (
    <>
      <Button size={size} icon={<KeyRound aria-hidden />} onClick={() => setOpen(true)}>
        {linked ? t('linkAnother') : t('link')}
      </Button>
      {open ? (
        <Overlay>
          <KeyDialog onClose={() => setOpen(false)} />
        </Overlay>
      ) : null}
    </>
  );
}

function NotLinked() {
  const t = useTranslations('object-storage.key');
  return (
    <div className="flex flex-col items-start gap-3">
      <p>{t('why')}</p>
      <p className="text-muted text-sm">{t('where')}</p>
      <LinkKeyButton />
    </div>
  );
}

function Linked({ linked: { hint, since } }: { linked: StorageKeyView }) {
  const t = useTranslations('object-storage.key');
  const { forget } = useKeyChanges();
  const [asked, setAsked] = useState(false);
  return (
    <div className="flex flex-col items-start gap-3">
      <p className="flex flex-wrap items-center gap-x-2">
        <Status group="run">{t('linked')}</Status>
        <span className="font-mono">{hint}</span>
        <span className="text-faint">
          {t('since')} <Instant iso={since} as="exact" />
        </span>
      </p>
      <p className="text-muted text-sm">{t('where')}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setAsked(true)}>{t('forget')}</Button>
        <LinkKeyButton />
      </div>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('forgetTitle')}
        confirmLabel={t('forget')}
        onConfirm={async () => {
          await forget();
          toast({ tone: 'good', title: t('forgotten') });
        }}
      >
        <p>{t('forgetText')}</p>
      </ConfirmDialog>
    </div>
  );
}
