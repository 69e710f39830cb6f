'use client';
import { KeyRound } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/live/live';
import { useScope } from '@/components/shell/context';
import type { Column } from '@/components/tables/columns';
import { DataTable } from '@/components/tables/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import type { Row } from '@/lib/contract/types';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { keyName } from '@/lib/ssh/public-key';
import { useSshKeyActions } from './actions';
import { AddKey } from './add-key';
import { keyWords, useSshKeys, type SshKey } from './keys';

/** The SSH keys of an account. @param problem of the server's own read, shown until the browser's */
export function SshKeyList({ account, problem }: { account: string; problem: Problem | null }) {
  const t = useTranslations('ssh-keys');
  const label = useScope()?.label ?? account;
  const query = useBackendQuery('D70', {}, { account, poll: 'slow' });
  return (
    <Live
      query={query}
      problem={problem}
      failed={t('failed')}
      noAccess={t('noAccess', { account: label })}
    >
      {({ data }) => <Keys account={account} rows={data} />}
    </Live>
  );
}

function useColumns(): readonly Column<SshKey>[] {
  const t = useTranslations('ssh-keys');
  return useMemo<readonly Column<SshKey>[]>(
    () => [
      {
        id: 'title',
        header: t('title'),
        main: true,
        cell: keyWords.name,
        sort: keyWords.name,
      },
      {
        id: 'type',
        header: t('type'),
        cell: ({ read }) => (read ? keyName(read) : t('unreadable')),
        sort: ({ read }) => (read ? keyName(read) : null),
      },
      {
        id: 'fingerprint',
        header: t('fingerprint'),
        cell: ({ print }) => <span className="font-mono text-xs break-all">{print ?? '–'}</span>,
        sort: ({ print }) => print,
      },
      {
        id: 'comment',
        header: t('comment'),
        cell: ({ read }) => <span className="break-all">{read?.comment || '–'}</span>,
        sort: ({ read }) => read?.comment || null,
      },
      {
        id: 'added',
        header: t('added'),
        cell: (key) => <Instant iso={key.created_at} />,
        sort: (key) => key.created_at,
      },
    ],
    [t],
  );
}

const searchText = ({ title, key, print }: SshKey) => `${title} ${key} ${print}`;

function Keys({ account, rows }: { account: string; rows: readonly Row<'D70'>[] }) {
  const t = useTranslations('ssh-keys');
  const keys = useSshKeys(rows);
  const columns = useColumns();
  const actions = useSshKeyActions(account);
  return (
    <DataTable
      id="ssh-keys"
      caption={t('heading')}
      rows={keys}
      columns={columns}
      rowId={keyWords.id}
      searchText={searchText}
      actions={actions}
      words={keyWords}
      csv={`ssh-keys-${account}`}
      empty={
        <EmptyState
          icon={<KeyRound aria-hidden />}
          title={t('emptyTitle')}
          actions={<AddKey account={account} />}
        >
          {t('emptyText')}
        </EmptyState>
      }
    />
  );
}
