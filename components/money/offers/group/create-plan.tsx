'use client';
import { useState } from 'react';
import { Overlay } from '@/components/parts/actions/overlay';
import { lazyNamed } from '@/components/ui/lazy-named';
import { TextLink } from '@/components/ui/text-link';
import { paths, type GroupScope } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import type { Plan } from './plans';

const CreateVolume = lazyNamed(
  () => import('@/components/organization/volumes/create-dialog'),
  'CreateDialog',
);

/** What this person may create in an organization or project. */
export interface MayCreate {
  machines: boolean;
  volumes: boolean;
}

type Ordered = Pick<Plan, 'kind' | 'uuid' | 'name' | 'soldOut'>;

/**
 * The form that creates something by a plan, filled in; null if this console has none for its kind. An external address has
 * no operation of its own: it comes with a machine.
 */
function createPath(scope: GroupScope, { kind, uuid }: Ordered): string | null {
  if (kind === 'vm') return paths.newVm(scope, { plan: uuid });
  return kind === 'ip' ? paths.newVm(scope, { address: 'new' }) : null;
}

/** Creates something by a plan: a link to the filled form, or what opens the filled dialog. Nothing if it can't be created. */
export function CreatePlan({ plan, may, words }: { plan: Ordered; may: MayCreate; words: string }) {
  const scope = useGroup();
  const [open, setOpen] = useState(false);
  if (plan.soldOut) return null;
  const label = (
    <>
      {words}
      <span className="sr-only">: {plan.name}</span>
    </>
  );
  if (plan.kind !== 'volume') {
    const href = may.machines ? createPath(scope, plan) : null;
    return href ? <TextLink href={href}>{label}</TextLink> : null;
  }
  if (!may.volumes) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {label}
      </button>
      {open ? (
        <Overlay>
          <CreateVolume onClose={() => setOpen(false)} plan={plan.uuid} />
        </Overlay>
      ) : null}
    </>
  );
}
