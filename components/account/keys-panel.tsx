'use client';
import { KeyRound, Pencil, Plus, Unlink } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/panel';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { KeyView } from '@/lib/session/keys-api';
import { unlinkKey } from './key-calls';
import { LinkKeyDialog } from './link-key-dialog';
import { RenameKeyDialog } from './rename-key-dialog';

export interface KeysPanelProps {
  keys: readonly KeyView[];
  /** What this deployment calls these accounts. */
  provider: string;
  /** How many may be linked. */
  most: number;
}

type Open = { what: 'link' } | { what: 'rename' | 'unlink'; account: KeyView } | null;

/** The keys of this person: link, rename, unlink. */
export function KeysPanel({ keys, provider, most }: KeysPanelProps) {
  const t = useTranslations('account.keys');
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const full = keys.filter((key) => !key.own).length >= most;
  const add = (
    <Button
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
        <KeyTable keys={keys} caption={t('title', { label: provider })} onOpen={setOpen} />
      )}
      <p className="border-line text-faint border-t px-4 py-2 text-sm">{t('intro', { most })}</p>
      {open?.what === 'link' ? <LinkKeyDialog onClose={close} /> : null}
      {open?.what === 'rename' ? <RenameKeyDialog account={open.account} onClose={close} /> : null}
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

function KeyTable({
  keys,
  caption,
  onOpen,
}: {
  keys: readonly KeyView[];
  caption: string;
  onOpen: (open: Open) => void;
}) {
  const t = useTranslations('account.keys');
  return (
    <Table caption={caption}>
      <TableHead>
        <HeadCell>{t('account')}</HeadCell>
        <HeadCell>{t('key')}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t('actions')}</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {keys.map((account) => (
          <TableRow key={account.slug}>
            <Cell main>
              <span className="flex flex-wrap items-center gap-2">
                <TextLink href={paths.instances(account.slug)}>{account.label}</TextLink>
                {account.own ? <Badge tone="accent">{t('own')}</Badge> : null}
              </span>
            </Cell>
            <Cell label={t('key')}>
              <span className="font-mono">{account.hint}</span>
            </Cell>
            <Cell>
              <span
                role="group"
                aria-label={t('actionsOf', { label: account.label })}
                className="flex flex-wrap justify-end gap-1"
              >
                <Button
                  size="sm"
                  variant="quiet"
                  icon={<Pencil aria-hidden />}
                  onClick={() => onOpen({ what: 'rename', account })}
                >
                  {t('rename')}
                </Button>
                <Button
                  size="sm"
                  variant="quiet"
                  icon={<Unlink aria-hidden />}
                  disabledReason={account.own ? t('ownUnlink') : null}
                  onClick={() => onOpen({ what: 'unlink', account })}
                >
                  {t('unlink')}
                </Button>
              </span>
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
