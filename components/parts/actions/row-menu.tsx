'use client';
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/menu';
import type { Action, RowIdentity } from './action';
import { menuGroups } from './menu-groups';
import { useActionHost } from './use-action-host';

/** Three dots, smaller than an icon of the library: the HTML of every row holds them. */
const Dots = () => (
  <svg viewBox="0 0 24 24" aria-hidden className="dots">
    <path d="M5 12h.01M12 12h.01M19 12h.01" />
  </svg>
);

type Perform<Row> = (action: Action<Row>, row: Row) => void;

/** Runs the actions of the menu; mounted from its first opening on. */
function Host<Row>({
  identity,
  hold,
}: {
  identity: RowIdentity<Row>;
  hold: (to: Perform<Row>) => void;
}) {
  const { perform, dialog } = useActionHost(identity);
  useLayoutEffect(() => hold(perform));
  return dialog;
}

/** The menu at the end of a row. Actions that aren't possible show the reason. A closed menu costs little. */
export function RowMenu<Row>({
  actions,
  row,
  identity,
}: {
  actions: readonly Action<Row>[];
  row: Row;
  identity: RowIdentity<Row>;
}) {
  const t = useTranslations('actions');
  const [used, setUsed] = useState(false);
  const perform = useRef<Perform<Row>>(null);
  const hold = useCallback((to: Perform<Row>) => void (perform.current = to), []);
  if (actions.length === 0) return null;
  return (
    <>
      <Menu
        trigger={<Dots />}
        label={t('for', { name: identity.name(row) })}
        groups={() => menuGroups(actions, row, (action, on) => perform.current?.(action, on))}
        onOpen={() => setUsed(true)}
        variant="quiet"
        size="sm"
        align="end"
        className="w-7 px-0"
      />
      {used ? <Host identity={identity} hold={hold} /> : null}
    </>
  );
}
