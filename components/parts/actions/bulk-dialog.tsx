'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Choices, RowIdentity } from './action';
import type { BulkPlan } from './bulk-plan';

/** Asks once for all rows that the action fits, and lists the other rows with the reason. */
export function BulkDialog<Row>({
  plan: { action, possible, left },
  identity,
  onConfirm,
  onClose,
}: {
  plan: BulkPlan<Row>;
  identity: RowIdentity<Row>;
  onConfirm: (choices: Choices) => void;
  onClose: () => void;
}) {
  const t = useTranslations('actions');
  const [value, setValue] = useState<Choices>({});
  const pick = (name: string, on: boolean) => setValue((before) => ({ ...before, [name]: on }));
  const { confirm } = action;
  if (!confirm) return null;
  // Destroying many rows always takes more than one click.
  const number = action.danger && possible.length > 1 ? String(possible.length) : undefined;
  const typed = confirm.typed?.(possible) ?? number;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={confirm.title(possible)}
      confirmLabel={confirm.button(possible)}
      danger={action.danger}
      confirmName={typed}
      onConfirm={async () => onConfirm(value)}
    >
      <ul className="border-line bg-sunken max-h-32 overflow-y-auto rounded border px-2 py-1">
        {possible.map((row) => (
          <li key={identity.id(row)} className="break-all">
            {identity.name(row)}
          </li>
        ))}
      </ul>
      {confirm.text(possible)}
      {confirm.choices?.(possible, { value, pick })}
      {confirm.cost?.(possible)}
      {left.length > 0 ? (
        <Callout title={t('bulk.skippedRows', { count: left.length })}>
          <LeftOut left={left} identity={identity} />
        </Callout>
      ) : null}
    </ConfirmDialog>
  );
}

/** The rows that the action leaves out, with the reason. */
export function LeftOut<Row>({
  left,
  identity,
}: Pick<BulkPlan<Row>, 'left'> & { identity: RowIdentity<Row> }) {
  return (
    <ul className="max-h-32 overflow-y-auto">
      {left.map(({ row, reason }) => (
        <li key={identity.id(row)}>
          <span className="font-medium break-all">{identity.name(row)}</span>: {reason}
        </li>
      ))}
    </ul>
  );
}
