import { Copy, Cpu, Disc3, KeyRound, Layers, Pencil } from 'lucide-react';
import { lazy, type ReactNode } from 'react';
import type { FormVerb } from '../lifecycle/dialogs';
import type { MakeAction } from './kit';

const VerbDialog = lazy(() => import('../lifecycle/dialogs'));

/** A verb that needs a form. */
const opens =
  (verb: FormVerb, icon: ReactNode, ends = false): MakeAction =>
  ({ account, label, why }) => ({
    id: verb,
    label: label(verb),
    icon,
    group: ends ? 'end' : 'change',
    danger: ends,
    reason: (machine) => why(verb, machine),
    dialog: (machine, onClose) => <VerbDialog {...{ verb, account, machine, onClose }} />,
  });

/** In the order they are shown. */
export const forms: readonly MakeAction[] = [
  opens('rename', <Pencil aria-hidden />),
  opens('setPassword', <KeyRound aria-hidden />),
  opens('resize', <Cpu aria-hidden />),
  opens('changeTier', <Layers aria-hidden />),
  opens('clone', <Copy aria-hidden />),
  opens('reinstall', <Disc3 aria-hidden />, true),
];
