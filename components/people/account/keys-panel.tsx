'use client';
import { KeyRound, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePressedWhenAsked } from '@/components/parts/actions/use-pressed-when-asked';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import type { KeyView } from '@/lib/session/key-view';
import { unlinkKey } from './key-calls';
import { KeyTable, type KeyAction } from './key-table';
import { useChecks } from './use-checks';

const LinkKeyDialog = lazyNamed(() => import('./link-key-dialog'), 'LinkKeyDialog');
const EditKeyDialog = lazyNamed(() => import('./edit-key-dialog'), 'EditKeyDialog');
const ReplaceKeyDialog = lazyNamed(() => import('./replace-key-dialog'), 'ReplaceKeyDialog');

export interface KeysPanelProps {
  keys: readonly KeyView[];
  /** The name of the provider in this deployment. */
  provider: string;
  /** How many keys may be linked. */
  most: number;
}

type OpenDialog = { what: 'link' } | { what: KeyAction; account: KeyView } | null;

/** Shows the linked keys of this person, and lets them link, edit, replace and unlink keys. */
export function KeysPanel({ keys: given, provider, most }: KeysPanelProps) {
  const t = useTranslations('account.keys');
  const router = useRouter();
  const [open, setOpen] = useState<OpenDialog>(null);
  const { keys, checking, check, forget } = useChecks(given);
  const button = usePressedWhenAsked();
  const close = () => setOpen(null);
  /** Reads the page's data again. */
  const done = () => {
    if (open?.what === 'replace') forget(open.account.slug);
    close();
    router.refresh();
  };
  const full = keys.filter((key) => !key.own).length >= most;
  const add = (
    <Button
      ref={button}
      size="sm"
      icon={<Plus aria-hidden />}
      disabledReason={full ? t('full', { most }) : null}
      onClick={() => setOpen({ what: 'link' })}
    >
      {t('add')}
    </Button>
  );
  return (
    <Panel title={t('title', { label: provider })} actions={add} flush>
      {keys.length === 0 ? (
        <EmptyState icon={<KeyRound aria-hidden />} title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      ) : (
        <KeyTable
          keys={keys}
          caption={t('title', { label: provider })}
          checking={checking}
          onCheck={check}
          onAsk={(what, account) => setOpen({ what, account })}
        />
      )}
      <div className="border-line text-faint flex flex-col gap-1 border-t px-4 py-2 text-sm">
        {keys.length > 0 ? <p>{t('rightsHint')}</p> : null}
        <p>{t('intro', { most })}</p>
      </div>
      {open?.what === 'link' ? <LinkKeyDialog onDone={done} onClose={close} /> : null}
      {open?.what === 'edit' ? (
        <EditKeyDialog account={open.account} onDone={done} onClose={close} />
      ) : null}
      {open?.what === 'replace' ? (
        <ReplaceKeyDialog account={open.account} onDone={done} onClose={close} />
      ) : null}
      {open?.what === 'unlink' ? (
        <ConfirmDialog
          open
          onClose={close}
          title={t('unlinkTitle', { label: open.account.label })}
          confirmLabel={t('unlink')}
          danger
          onConfirm={async () => {
            await unlinkKey(open.account.slug);
            router.refresh();
          }}
        >
          <p>{t('unlinkText')}</p>
          <p>{t('unlinkAgain')}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
