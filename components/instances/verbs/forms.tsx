import { lazy, Suspense } from 'react';
import type { FormVerb } from '../lifecycle/dialogs';
import type { MakeAction } from './kit';

const load = () => import('../lifecycle/dialogs');
const VerbDialog = lazy(() => load().then((module) => ({ default: module.VerbDialog })));
const VerbIcon = lazy(() => load().then((module) => ({ default: module.VerbIcon })));

/** A verb that needs a form. */
const opens =
  (verb: FormVerb, ends = false): MakeAction =>
  ({ account, label, why }) => ({
    id: verb,
    label: label(verb),
    icon: (
      <Suspense fallback={<span aria-hidden className="size-4" />}>
        <VerbIcon verb={verb} />
      </Suspense>
    ),
    group: ends ? 'end' : 'change',
    danger: ends,
    reason: (machine) => why(verb, machine),
    dialog: (machine, onClose) => <VerbDialog {...{ verb, account, machine, onClose }} />,
  });

/** In the order they are shown. */
export const forms: readonly MakeAction[] = [
  opens('rename'),
  opens('setPassword'),
  opens('resize'),
  opens('changeTier'),
  opens('clone'),
  opens('reinstall', true),
];
