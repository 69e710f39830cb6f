'use client';
/**
 * The verbs that need a form or lead to a page: their icons, which only a menu shows, and their dialogs, each loaded
 * when it is asked for. None of it is in a list's first load.
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

export type FormVerb = keyof typeof dialogs;

export function VerbIcon({ verb }: { verb: keyof typeof icons }) {
  const Icon = icons[verb];
  return <Icon aria-hidden />;
}

/** The dialog of a verb. */
export function VerbDialog({ verb, ...props }: LifecycleProps & { verb: FormVerb }) {
  const Dialog = dialogs[verb];
  return <Dialog {...props} />;
}
