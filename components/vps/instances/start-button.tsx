'use client';
import { ActionButton } from '@/components/parts/actions/action-buttons';
import { useActionHost } from '@/components/parts/actions/use-action-host';
import { useInstanceActions } from './actions';
import { instanceIdentity, type Machine } from './machine';

/** A button with the same `start` action as in lists and on the page of an instance. @param onDone called after the start */
export function StartButton({ machine, onDone }: { machine: Machine; onDone?: () => void }) {
  const start = useInstanceActions().find(({ id }) => id === 'start');
  const { perform, dialog } = useActionHost(instanceIdentity, onDone);
  if (!start) return null;
  return (
    <>
      <ActionButton action={start} row={machine} variant="primary" perform={perform} />
      {dialog}
    </>
  );
}
