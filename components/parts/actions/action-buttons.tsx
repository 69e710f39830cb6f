'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Menu } from '@/components/ui/menu';
import type { Action, RowIdentity } from './action';
import { menuGroups } from './menu-groups';
import { useActionHost } from './use-action-host';

/** One action as a button, or as a link if it opens a page. */
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
      onBlocked={action.onBlocked}
      onClick={() => perform(action, row)}
    >
      {label}
    </Button>
  );
}

/**
 * The actions of a thing, at the top of its page: the first ones as buttons, the rest under “More”.
 * @param shown number of buttons
 * @param onDone called after an action succeeded, for example to leave the page of a deleted thing
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
