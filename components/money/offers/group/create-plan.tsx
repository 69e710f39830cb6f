'use client';
import { useState } from 'react';
import { Overlay } from '@/components/parts/actions/overlay';
import { lazyNamed } from '@/components/ui/lazy-named';
import { TextLink } from '@/components/ui/text-link';
import { paths, type GroupScope } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import type { ClusterRights } from '@/components/organization/clusters/rights';
import type { Plan } from './plans';

const CreateVolume = lazyNamed(
  () => import('@/components/organization/volumes/create-dialog'),
  'CreateDialog',
);

const CreateCluster = lazyNamed(
  () => import('@/components/organization/clusters/create-dialog'),
  'CreateDialog',
);

/** What this person may create in an organization or project. */
export interface MayCreate {
  machines: boolean;
  volumes: boolean;
  /** Null if the person may create no clusters. */
  clusters: Pick<ClusterRights, 'addressField'> | null;
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
export function CreatePlan({
  plan,
  may,
  words,
  highlyAvailable = false,
}: {
  plan: Ordered;
  may: MayCreate;
  words: string;
  /** Whether a cluster is created with high availability. */
  highlyAvailable?: boolean;
}) {
  const scope = useGroup();
  const [open, setOpen] = useState(false);
  if (plan.soldOut) return null;
  const label = (
    <>
      {words}
      <span className="sr-only">: {plan.name}</span>
    </>
  );
  if (plan.kind !== 'volume' && plan.kind !== 'pods') {
    const href = may.machines ? createPath(scope, plan) : null;
    return href ? <TextLink href={href}>{label}</TextLink> : null;
  }
  if (plan.kind === 'pods' ? may.clusters === null : !may.volumes) return null;
  const onClose = () => setOpen(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {label}
      </button>
      {open ? (
        <Overlay>
          {may.clusters && plan.kind === 'pods' ? (
            <CreateCluster {...may.clusters} {...{ onClose, highlyAvailable }} plan={plan.uuid} />
          ) : (
            <CreateVolume onClose={onClose} plan={plan.uuid} />
          )}
        </Overlay>
      ) : null}
    </>
  );
}
