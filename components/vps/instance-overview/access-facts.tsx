'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { useSshKeys } from '@/components/vps/ssh-keys/keys';
import { isWindows } from '@/components/vps/instances/machine';
import type { Detail } from '@/components/vps/instances/use-instance';
import { Copyable } from '@/components/parts/machines/copyable';
import { FoldedPanel } from '@/components/ui/folded-panel';
import { Skeleton } from '@/components/ui/skeleton';
import { useInView } from '@/components/ui/use-in-view';
import { canonicalStatus } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { instanceKeysInput } from './inputs';

/** The command for a terminal, on a line of its own. */
export function AccessCommand({ machine }: { machine: Detail }) {
  const t = useTranslations('instances.detail');
  // People log in to Windows by Remote Desktop, not by SSH.
  if (isWindows(machine)) return null;
  return (
    <dl className="border-line flex flex-wrap items-baseline gap-x-4 gap-y-1 border-t px-4 py-2.5">
      <dt className="text-faint text-xs">{t('accessCommand')}</dt>
      <dd className="flex min-w-0 flex-wrap items-baseline gap-x-4">
        <Command machine={machine} />
      </dd>
    </dl>
  );
}

/** The SSH keys that the machine was made with (D48), read when they are looked at. */
export function AccessFacts({ machine }: { machine: Detail }) {
  const t = useTranslations('instances.detail');
  const [box, seen] = useInView<HTMLDivElement>();
  return (
    <FoldedPanel title={t('accessKeys')} figure={t('accessWhen')}>
      <div ref={box} className="min-h-12">
        {seen ? <InstanceKeys instance={machine.uuid} /> : null}
      </div>
    </FoldedPanel>
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
