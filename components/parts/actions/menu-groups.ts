import type { MenuGroup, MenuItem } from '@/components/ui/menu-group';
import type { Action } from './action';

/** The actions of a row as menu groups, ordered by their first action. */
export function menuGroups<Row>(
  actions: readonly Action<Row>[],
  row: Row,
  perform: (action: Action<Row>, row: Row) => void,
): MenuGroup[] {
  const groups = new Map<string, MenuItem[]>();
  for (const action of actions) {
    const { id, label, icon, danger = false, group = '', href } = action;
    const item: MenuItem = {
      id,
      label,
      icon,
      danger,
      disabledReason: action.reason(row),
      onBlocked: action.onBlocked,
      ...(href ? { href: href(row) } : { onSelect: () => perform(action, row) }),
    };
    groups.set(group, [...(groups.get(group) ?? []), item]);
  }
  return [...groups].map(([id, items]) => ({ id, items }));
}
