'use client';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import type { Machine } from './machine';
import type { AskingVerb } from './verbs';

const Dialogs = { power: lazy(() => import('./power-dialog')), rename: lazy(() => import('./rename-dialog')), delete: lazy(() => import('./delete-dialog')) }; // prettier-ignore

export interface ActionDialogProps {
  account: string;
  machine: Machine;
  onClose: () => void;
  /** The machine is being deleted from now on. */
  onDeleted?: (() => void) | undefined;
}

/**
 * Holds the dialog of the verb that was asked for; its code loads then.
 * @returns how to ask, and the dialog to render
 */
export function useActionDialog(
  account: string,
  onDeleted?: () => void,
): readonly [ask: (verb: AskingVerb, machine: Machine) => void, dialog: ReactNode] {
  const [asked, setAsked] = useState<{ verb: AskingVerb; machine: Machine } | null>(null);
  if (!asked) return [(verb, machine) => setAsked({ verb, machine }), null];
  const { verb, machine } = asked;
  const props = { account, machine, onDeleted, onClose: () => setAsked(null) };
  return [
    (nextVerb, nextMachine) => setAsked({ verb: nextVerb, machine: nextMachine }),
    <Suspense key={`${verb} ${machine.uuid}`} fallback={null}>
      {verb === 'delete' ? <Dialogs.delete {...props} /> : null}
      {verb === 'rename' ? <Dialogs.rename {...props} /> : null}
      {verb === 'stop' || verb === 'restart' ? <Dialogs.power {...props} verb={verb} /> : null}
    </Suspense>,
  ];
}
