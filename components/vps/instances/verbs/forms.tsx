import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { paths } from '@/lib/paths';
import type { FormVerb } from '../lifecycle/dialogs';
import type { MakeAction } from './kit';

const load = () => import('../lifecycle/dialogs');
const VerbDialog = lazyNamed(load, 'VerbDialog');
const VerbIcon = lazyNamed(load, 'VerbIcon');

const icon = (verb: FormVerb | 'snapshot') => (
  <Suspense fallback={<span aria-hidden className="size-4" />}>
    <VerbIcon verb={verb} />
  </Suspense>
);

/** A verb that needs a form. */
const opens =
  (verb: FormVerb, ends = false): MakeAction =>
  ({ label, why }) => ({
    id: verb,
    label: label(verb),
    icon: icon(verb),
    group: ends ? 'end' : 'change',
    danger: ends,
    reason: (machine) => why(verb, machine),
    dialog: (machine, onClose) => <VerbDialog {...{ verb, machine, onClose }} />,
  });

/** Leads to where snapshots are taken, priced and rolled back. */
const snapshot: MakeAction = ({ account, label }) => ({
  id: 'snapshot',
  label: label('snapshot'),
  icon: icon('snapshot'),
  group: 'change',
  reason: () => null,
  href: ({ uuid }) => paths.instancePart(account, uuid, 'backups'),
});

/** In the order they are shown. */
export const forms: readonly MakeAction[] = [
  opens('rename'),
  opens('setPassword'),
  opens('resize'),
  opens('changeTier'),
  opens('clone'),
  snapshot,
  opens('reinstall', true),
];
