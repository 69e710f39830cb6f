'use client';
/**
 * Icons and dialogs of the actions that need a form or open a page. This file loads when a menu first shows an icon,
 * and each dialog when it opens, so that the first load of a list stays small.
 */
import { Camera, Copy, Cpu, Disc3, KeyRound, Layers, Pencil } from 'lucide-react';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { LifecycleProps } from './with-detail';

const icons = {
  rename: Pencil,
  setPassword: KeyRound,
  resize: Cpu,
  changeTier: Layers,
  clone: Copy,
  reinstall: Disc3,
  snapshot: Camera,
};

const dialogs = {
  rename: lazyNamed(() => import('../verbs/rename-dialog'), 'RenameDialog'),
  setPassword: lazyNamed(() => import('./password-dialog'), 'PasswordDialog'),
  resize: lazyNamed(() => import('./resize-dialog'), 'ResizeDialog'),
  changeTier: lazyNamed(() => import('./tier-dialog'), 'TierDialog'),
  clone: lazyNamed(() => import('./clone-dialog'), 'CloneDialog'),
  reinstall: lazyNamed(() => import('./reinstall-dialog'), 'ReinstallDialog'),
};

/** An action that has a dialog with a form. */
export type FormVerb = keyof typeof dialogs;

/** The icon of an action. */
export function VerbIcon({ verb }: { verb: keyof typeof icons }) {
  const Icon = icons[verb];
  return <Icon aria-hidden />;
}

/** The dialog of an action. */
export function VerbDialog({ verb, ...props }: LifecycleProps & { verb: FormVerb }) {
  const Dialog = dialogs[verb];
  return <Dialog {...props} />;
}
