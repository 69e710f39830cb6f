'use client';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Foreign } from '@/components/ui/foreign';
import { Skeleton } from '@/components/ui/skeleton';
import { useScope } from '@/components/parts/shell/context';
import type { AddressRange } from '@/lib/contract/reading/network';
import type { GroupScope } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { vms } from '@/lib/resources/awanio';
import { rangeOfVpc, useMachinesIn, useProjectsOf, type Vpc } from './vpc';

/** Most projects whose machines are read for the question, since each costs a call. */
const mostProjects = 8;
/** Most machines that are named of a place. */
const mostNames = 5;

/** Says before a VPC is deleted which machines have an address in it, in the organization and in its projects. */
export function WhatStands({ vpc }: { vpc: Vpc }) {
  const t = useTranslations('organization-network.standing');
  const scope = useGroup();
  const own = useScope()?.label ?? t('organization');
  const projects = useProjectsOf(scope);
  const range = rangeOfVpc(vpc);
  if (!range) return <p>{t('unknown')}</p>;
  const left = projects.length - mostProjects;
  return (
    <div className="flex flex-col gap-1">
      <p className="font-medium">{t('title', { range: range.text })}</p>
      <ul className="list-disc pl-5">
        <Place label={own} scope={scope} range={range} />
        {projects.slice(0, mostProjects).map(({ key, label, group }) => (
          <Place key={key} label={label} scope={group} range={range} />
        ))}
      </ul>
      {left > 0 ? <p>{t('more', { count: left })}</p> : null}
      <p className="text-muted text-sm">{t('unseen')}</p>
    </div>
  );
}

function Place({ label, scope, range }: { label: string; scope: GroupScope; range: AddressRange }) {
  const t = useTranslations('organization-network.standing');
  const { query, inside } = useMachinesIn(scope, range);
  const names = inside.slice(0, mostNames).map((vm) => vms.name(vm));
  const more = inside.length - names.length;
  return (
    <li>
      <Foreign text={label} />:{' '}
      <Live
        part
        query={query}
        stale={null}
        outline={<Skeleton className="inline-block h-4 w-24" />}
      >
        {() => (
          <>
            {t('machines', { count: inside.length })}
            {names.length > 0 ? ` (${names.join(', ')}${more > 0 ? ', …' : ''})` : null}
          </>
        )}
      </Live>
    </li>
  );
}
