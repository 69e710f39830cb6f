import { Suspense } from 'react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { paths } from '@/lib/paths';
import type { FormVerb } from '../lifecycle/dialogs';
import type { MakeAction } from './verb-context';
import { SquareTerminal } from 'lucide-react';

const load = () => import('../lifecycle/dialogs');
const VerbDialog = lazyNamed(load, 'VerbDialog');
const VerbIcon = lazyNamed(load, 'VerbIcon', 'quiet');

const icon = (verb: FormVerb | 'snapshot') => (
  <Suspense fallback={<span aria-hidden className="size-4" />}>
    <VerbIcon verb={verb} />
  </Suspense>
);

/** An action that opens a dialog with a form. @param ends true for an action that destroys data */
const formAction =
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

/** Opens the backups tab, where snapshots are created, priced and rolled back. */
const snapshot: MakeAction = ({ account, label }) => ({
  id: 'snapshot',
  label: label('snapshot'),
  icon: icon('snapshot'),
  group: 'change',
  reason: () => null,
  href: ({ uuid }) => paths.instancePart(account, uuid, 'backups'),
});

/** The actions with a form, and the one that opens the backups tab, in the order in which they are shown. */
export const forms: readonly MakeAction[] = [
  formAction('rename'),
  formAction('setPassword'),
  formAction('resize'),
  formAction('changeTier'),
  formAction('clone'),
  snapshot,
  formAction('reinstall', true),
];

/** Opens the page of the console. */
export const openConsole: MakeAction = ({ account, label, why }) => ({
  id: 'console',
  label: label('console'),
  icon: <SquareTerminal aria-hidden />,
  group: 'use',
  reason: (machine) => why('console', machine),
  href: ({ uuid }) => paths.instanceConsole(account, uuid),
});
