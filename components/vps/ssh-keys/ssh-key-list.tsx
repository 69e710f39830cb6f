'use client';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { AccountList, AccountTable } from '@/components/parts/tables/account-list';
import * as column from '@/components/parts/tables/column';
import type { Column } from '@/components/parts/tables/columns';
import type { Row } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { searchTextOf } from '@/lib/resources/resource';
import { sshKeys } from '@/lib/resources/vps';
import { keyName } from '@/lib/ssh/public-key';
import { useSshKeyActions } from './actions';
import { useSshKeys, type SshKey } from './keys';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

const list = { of: sshKeys, words: 'ssh-keys' } as const;

/** The list of an account's SSH keys. @param problem of the server's read, shown until the browser has read for itself */
export function SshKeyList({ problem }: { problem: Problem | null }) {
  return (
    <AccountList {...list} problem={problem}>
      {({ data }) => <Rows rows={data} />}
    </AccountList>
  );
}

function useColumns(): readonly Column<SshKey>[] {
  const t = useTranslations('ssh-keys');
  return useMemo(() => {
    const print = ({ print }: SshKey) => (
      <span className="font-mono text-xs break-all">{print ?? '–'}</span>
    );
    return [
      column.name('title', t('title'), sshKeys.name),
      column.text('type', t('type'), ({ read }) => read && keyName(read), {
        cell: ({ read }) => (read ? keyName(read) : t('unreadable')),
      }),
      column.text('fingerprint', t('fingerprint'), ({ print }) => print, { cell: print }),
      column.text('comment', t('comment'), ({ read }) => read?.comment || null, {
        cell: ({ read }) => <span className="wrap-anywhere">{read?.comment || '–'}</span>,
      }),
      column.instant('added', t('added'), ({ created_at: at }) => at),
    ];
  }, [t]);
}

const keyText = searchTextOf(sshKeys);
const searchText = (key: SshKey) => `${keyText(key)} ${key.print}`;

function Rows({ rows }: { rows: readonly Row<'D70'>[] }) {
  return (
    <AccountTable
      {...list}
      rows={useSshKeys(rows)}
      columns={useColumns()}
      actions={useSshKeyActions()}
      searchText={searchText}
      create={<AddKey />}
    />
  );
}

/** The button that opens the dialog to add a key. */
export const AddKey = createButton(
  'ssh-keys.add.label',
  'write_instance',
  lazyNamed(() => import('./add-key-dialog'), 'AddKeyDialog'),
);
