'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Menu } from '@/components/ui/menu';
import type { Action, RowIdentity } from './action';
import { menuGroups } from './menu-groups';
import { useActionHost } from './use-action-host';

/** One action as a button; a page of its own is a link while it can be opened. */
export function ActionButton<Row>({
  action,
  row,
  variant = 'secondary',
  perform,
}: {
  action: Action<Row>;
  row: Row;
  variant?: 'primary' | 'secondary';
  perform: (action: Action<Row>, row: Row) => void;
}) {
  const { label, icon, href } = action;
  const reason = action.reason(row);
  if (href && reason === null) {
    return (
      <ButtonLink href={href(row)} variant={variant} icon={icon}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <Button
      variant={reason === null ? variant : 'secondary'}
      icon={icon}
      disabledReason={reason}
      onClick={() => perform(action, row)}
    >
      {label}
    </Button>
  );
}

/**
 * What can be done with a thing, at the head of its page: the first actions as buttons, the rest under “More”.
 * @param shown how many are buttons; a page of its own stands out
 * @param onDone after an action on it has succeeded, say to leave the page of what is gone
 */
export function ActionButtons<Row>({
  actions,
  row,
  identity,
  shown = 4,
  onDone,
}: {
  actions: readonly Action<Row>[];
  row: Row;
  identity: RowIdentity<Row>;
  shown?: number;
  onDone?: (action: Action<Row>, row: Row) => void;
}) {
  const t = useTranslations('actions');
  const { perform, dialog } = useActionHost(identity, onDone);
  const rest = actions.slice(shown);
  return (
    <>
      {actions.slice(0, shown).map((action) => (
        <ActionButton
          key={action.id}
          action={action}
          row={row}
          variant={action.href ? 'primary' : 'secondary'}
          perform={perform}
        />
      ))}
      {rest.length > 0 ? (
        <Menu
          trigger={
            <>
              <Ellipsis aria-hidden />
              {t('more')}
            </>
          }
          groups={menuGroups(rest, row, perform)}
          align="end"
        />
      ) : null}
      {dialog}
    </>
  );
}
