'use client';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { MachineStatus } from '@/components/parts/machines/machine-status';
import { Live } from '@/components/parts/answers/live';
import * as column from '@/components/parts/tables/column';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Button } from '@/components/ui/button';
import { Foreign } from '@/components/ui/foreign';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import type { AddressRange } from '@/lib/contract/reading/network';
import type { GroupScope } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { vms } from '@/lib/resources/awanio';
import { useMachinesIn, useProjectsOf, type Machine } from './vpc';

/** Most rows of a table here; the list of machines finds the others by their address. */
const mostRows = 50;

/** The machines with an address in the VPC: the organization's own, and those of its projects when asked for. */
export function MachinesPanel({ range }: { range: AddressRange }) {
  const t = useTranslations('organization-network.machines');
  const scope = useGroup();
  const projects = useProjectsOf(scope);
  const [asked, ask] = useState(false);
  return (
    <Panel title={t('title')} description={t('description', { range: range.text })} flush>
      <div className="flex flex-col gap-4 pb-4">
        <MachinesIn scope={scope} range={range} caption={t('title')} />
        {asked
          ? projects.map(({ key, label, group }) => (
              <section key={key} className="flex flex-col gap-2">
                <h3 className="px-4 text-sm font-semibold">
                  <Foreign text={label} />
                </h3>
                <MachinesIn scope={group} range={range} caption={t('ofProject', { name: label })} />
              </section>
            ))
          : null}
        {projects.length > 0 && !asked ? (
          <div className="px-4">
            <Button onClick={() => ask(true)}>{t('ask', { count: projects.length })}</Button>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}

interface MachinesInProps {
  scope: GroupScope;
  range: AddressRange;
  /** Names the table. */
  caption: string;
}

function MachinesIn({ scope, range, caption }: MachinesInProps): ReactNode {
  const t = useTranslations('organization-network.machines');
  const shell = useTranslations('shell');
  const { query, inside, outside } = useMachinesIn(scope, range);
  const columns = useColumns(scope);
  const outline = (
    <div role="status" aria-label={shell('loading')} className="px-4 pt-4">
      <Skeleton className="h-14" />
    </div>
  );
  return (
    <Live part query={query} failed={t('failed')} stale={null} outline={outline}>
      {() => (
        <div className="flex flex-col gap-2">
          {inside.length > 0 ? (
            <PlainTable
              caption={caption}
              columns={columns}
              rows={inside.slice(0, mostRows)}
              rowId={vms.id}
            />
          ) : (
            <p className="text-muted px-4 pt-2">{t('none')}</p>
          )}
          {inside.length > mostRows ? (
            <p className="text-muted px-4 text-sm">
              {t('more', { count: inside.length - mostRows })}
            </p>
          ) : null}
          {outside > 0 ? (
            <p className="text-muted px-4 text-sm">{t('outside', { count: outside })}</p>
          ) : null}
        </div>
      )}
    </Live>
  );
}

function useColumns(scope: GroupScope) {
  const t = useTranslations('organization-network.machines');
  const m = useTranslations('machines');
  return useMemo(
    () => [
      column.name<Machine>('name', t('machine'), vms.name, {
        href: ({ uuid }) => vms.href(scope, uuid),
      }),
      column.state<Machine>('status', m('statusLabel'), ({ status }) => (
        <MachineStatus status={status} />
      )),
      column.code<Machine>('address', m('address'), (vm) => vm.private_ip_address_v4, {
        cell: (vm) => (
          <Copyable
            text={vm.private_ip_address_v4 ?? ''}
            label={t('copy', { name: vms.name(vm) })}
          />
        ),
      }),
    ],
    [scope, t, m],
  );
}
