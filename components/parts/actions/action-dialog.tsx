'use client';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Action, Choices, Confirmation } from './action';

export interface ActionDialogProps<Row> {
  action: Action<Row>;
  confirm: Confirmation<Row>;
  row: Row;
  /** Runs the action; the dialog shows its problem. */
  onConfirm: (choices: Choices) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for confirmation before an action on one row. */
export function ActionDialog<Row>({
  action,
  confirm,
  row,
  onConfirm,
  onClose,
}: ActionDialogProps<Row>) {
  const rows = [row];
  const [value, setValue] = useState<Choices>({});
  const pick = (name: string, on: boolean) => setValue((before) => ({ ...before, [name]: on }));
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={confirm.title(rows)}
      confirmLabel={confirm.button(rows)}
      danger={action.danger}
      confirmName={confirm.typed?.(rows)}
      onConfirm={() => onConfirm(value)}
    >
      {confirm.text(rows)}
      {confirm.choices?.(rows, { value, pick })}
      {confirm.cost?.(rows)}
    </ConfirmDialog>
  );
}
