import { Copy, Cpu, Disc3, KeyRound, Layers } from 'lucide-react';
import { lazy, type ComponentType, type ReactNode } from 'react';
import type { LifecycleProps } from '../lifecycle/frame';
import type { MakeAction } from './kit';

type Verb = 'resize' | 'changeTier' | 'clone' | 'setPassword' | 'reinstall';

/** A verb that needs a form: its dialog is loaded when it is asked for. */
const opens =
  (verb: Verb, icon: ReactNode, Form: ComponentType<LifecycleProps>, ends = false): MakeAction =>
  ({ account, label, why }) => ({
    id: verb,
    label: label(verb),
    icon,
    group: ends ? 'end' : 'change',
    danger: ends,
    reason: (machine) => why(verb, machine),
    dialog: (machine, close) => <Form account={account} machine={machine} onClose={close} />,
  });

export const setPassword = opens(
  'setPassword',
  <KeyRound aria-hidden />,
  lazy(() => import('../lifecycle/password-dialog')),
);
export const resize = opens(
  'resize',
  <Cpu aria-hidden />,
  lazy(() => import('../lifecycle/resize-dialog')),
);
export const changeTier = opens(
  'changeTier',
  <Layers aria-hidden />,
  lazy(() => import('../lifecycle/tier-dialog')),
);
export const clone = opens(
  'clone',
  <Copy aria-hidden />,
  lazy(() => import('../lifecycle/clone-dialog')),
);
export const reinstall = opens(
  'reinstall',
  <Disc3 aria-hidden />,
  lazy(() => import('../lifecycle/reinstall-dialog')),
  true,
);
