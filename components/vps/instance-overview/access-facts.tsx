'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { useSshKeys } from '@/components/vps/ssh-keys/keys';
import { isWindows } from '@/components/vps/instances/machine';
import { useInstance, type Detail } from '@/components/vps/instances/use-instance';
import { Copyable } from '@/components/parts/machines/copyable';
import { KeyValue } from '@/components/ui/key-value';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { canonicalStatus } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { instanceKeysInput } from './inputs';

/** How to get in: the command for a terminal, and the SSH keys that the machine was made with (D48). */
export function AccessFacts({ instance }: { instance: string }) {
  const { data } = useInstance(instance);
  return data ? <Access machine={data} /> : null;
}

function Access({ machine }: { machine: Detail }) {
  const t = useTranslations('instances.detail');
  const windows = isWindows(machine);
  return (
    <Panel title={t('access')}>
      <KeyValue
        pairs={[
          // People log in to Windows by Remote Desktop, not by SSH.
          ...(windows ? [] : [{ term: t('accessCommand'), value: <Command machine={machine} /> }]),
          {
            term: t('accessKeys'),
            value: <InstanceKeys instance={machine.uuid} />,
          },
        ]}
      />
    </Panel>
  );
}

function Aside({ children }: { children: ReactNode }) {
  return <p className="text-muted text-sm">{children}</p>;
}

function Command({ machine }: { machine: Detail }) {
  const t = useTranslations('instances.detail');
  const { ip_address: address, username } = machine;
  if (!address) return <Aside>{t('accessNoAddress')}</Aside>;
  const runs = canonicalStatus(machine.status) === 'running';
  return (
    <>
      <Copyable text={`ssh ${username ?? 'root'}@${address}`} label={t('copyCommand')} />
      {runs ? null : <Aside>{t('accessStopped')}</Aside>}
    </>
  );
}

function InstanceKeys({ instance }: { instance: string }) {
  const t = useTranslations('instances.detail');
  const query = useBackendQuery('D48', instanceKeysInput(instance));
  const outline = <Skeleton className="my-1 h-4 w-48" />;
  return (
    <Live part query={query} failed={t('accessFailed')} stale={null} outline={outline}>
      {({ data }) => <Keys rows={data} />}
    </Live>
  );
}

function Keys({ rows }: { rows: readonly Row<'D48'>[] }) {
  const t = useTranslations('instances.detail');
  const keys = useSshKeys(rows);
  if (keys.length === 0) return t('accessNone');
  return (
    <>
      <ul aria-label={t('accessKeys')} className="mb-1 grid gap-1">
        {keys.map(({ id, title, read, print }) => (
          <li key={id}>
            <p className="break-all">{title ?? t('accessUntitled')}</p>
            {read ? (
              <p className="text-muted font-mono text-sm break-all">{print ?? read.type}</p>
            ) : null}
          </li>
        ))}
      </ul>
      <Aside>{t('accessKeysNote')}</Aside>
    </>
  );
}
