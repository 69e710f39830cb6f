'use client';
/** The dialogs of the verbs that need a form, each loaded when it is asked for: none of it is in a list's first load. */
import { lazy } from 'react';
import type { LifecycleProps } from './frame';

const dialogs = {
  rename: lazy(() => import('../verbs/rename-dialog')),
  setPassword: lazy(() => import('./password-dialog')),
  resize: lazy(() => import('./resize-dialog')),
  changeTier: lazy(() => import('./tier-dialog')),
  clone: lazy(() => import('./clone-dialog')),
  reinstall: lazy(() => import('./reinstall-dialog')),
};

export type FormVerb = keyof typeof dialogs;

/** The dialog of a verb. Default export because `lazy` asks for one. */
export default function VerbDialog({ verb, ...props }: LifecycleProps & { verb: FormVerb }) {
  const Dialog = dialogs[verb];
  return <Dialog {...props} />;
}
