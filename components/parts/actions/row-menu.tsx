'use client';
import {
  createContext,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
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

/** What the menus of a table's rows share. */
interface Menus<Row> {
  /** Called when a menu opens, with the identity of its rows. */
  onOpen: (identity: RowIdentity<Row>) => void;
  perform: Perform<Row>;
}

const RowMenusContext = createContext<unknown>(null);

/** Runs the actions of the menus; mounted from the first opening on. */
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

/**
 * Stands around the rows with a `RowMenu`. The dialogs of their actions are here and not in the rows, so that one stays
 * open with what was typed in it when its row goes: onto another page, out of a filter, out of sight.
 */
export function RowMenus<Row>({ children }: { children: ReactNode }) {
  const [identity, onOpen] = useState<RowIdentity<Row> | null>(null);
  const host = useRef<Perform<Row>>(null);
  const hold = useCallback((to: Perform<Row>) => void (host.current = to), []);
  const menus = useMemo<Menus<Row>>(
    () => ({ onOpen, perform: (action, row) => host.current?.(action, row) }),
    [],
  );
  return (
    <RowMenusContext value={menus}>
      {children}
      {identity ? <Host {...{ identity, hold }} /> : null}
    </RowMenusContext>
  );
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
  const menus = use(RowMenusContext) as Menus<Row>;
  if (actions.length === 0) return null;
  return (
    <Menu
      trigger={<Dots />}
      label={t('for', { name: identity.name(row) })}
      groups={() => menuGroups(actions, row, menus.perform)}
      onOpen={() => menus.onOpen(identity)}
      variant="quiet"
      size="sm"
      align="end"
      className="w-7 px-0"
    />
  );
}
