'use client';
import { Menu, MenuGroup, MenuGroupLabel, MenuItem, useMenuStore } from '@ariakit/react/menu';
import { useStoreState } from '@ariakit/react/store';
import { Check, ExternalLink } from 'lucide-react';
import { useLayoutEffect, type ComponentProps } from 'react';
import { cx } from './cx';
import { isolatedNode } from './foreign';
import type { MenuGroup as Group, MenuItem as Item, MenuPopupProps } from './menu-group';
import { PageLink } from './page-link';

/**
 * The menu that `menu.tsx` loads. Ariakit handles focus, keys, type-ahead and placement. The menu is in the browser's
 * top layer, so that it is above dialogs and no table cuts it off.
 */
export function MenuPopup(props: MenuPopupProps) {
  const { id, namedBy, groups, anchor, align, open, onClose } = props;
  const store = useMenuStore({
    open,
    setOpen: (next) => (next ? undefined : onClose()),
    placement: `bottom-${align}`,
    focusLoop: true,
  });
  const layer = useStoreState(store, 'popoverElement');
  useLayoutEffect(() => {
    store.setAnchorElement(anchor.current);
    store.setDisclosureElement(anchor.current);
    store.setInitialFocus('first');
    store.setAutoFocusOnShow(true);
    if (open && layer && !layer.matches(':popover-open')) layer.showPopover();
  }, [store, anchor, open, layer]);
  return (
    <Menu
      store={store}
      id={id}
      aria-labelledby={namedBy}
      unmountOnHide
      fixed
      gutter={4}
      wrapperProps={{
        popover: 'manual',
        className: 'inset-auto m-0 overflow-visible border-0 bg-transparent p-0',
      }}
      hideOnEscape={(event) => {
        event.preventDefault(); // so that a dialog around the menu stays open
        return true;
      }}
      className="border-line bg-raised text-ink shadow-raised max-h-[min(28rem,var(--popover-available-height,calc(100dvh-1rem)))] w-max max-w-80 min-w-48 overflow-y-auto rounded-md border py-1 text-left text-base font-normal outline-none"
    >
      {groups.map((group) => (
        <Items key={group.id} group={group} anchor={anchor} />
      ))}
    </Menu>
  );
}

type Anchor = Pick<MenuPopupProps, 'anchor'>;

function Items({ group, anchor }: Anchor & { group: Group }) {
  const pick = group.items.some(({ checked }) => checked !== undefined);
  return (
    <MenuGroup className="border-line not-first:mt-1 not-first:border-t not-first:pt-1">
      {group.label ? (
        <MenuGroupLabel className="text-faint px-3 py-1 text-xs">{group.label}</MenuGroupLabel>
      ) : null}
      {group.items.map((item) => (
        <Line key={item.id} {...{ item, pick, anchor }} />
      ))}
    </MenuGroup>
  );
}

function elementOf({ href, outside }: Item) {
  if (!href) return <button type="button" />;
  if (outside) return <a href={href} target="_blank" rel="noopener noreferrer" />;
  return <PageLink href={href} />;
}

const blockedElement = (props: ComponentProps<'button'>) => (
  <button {...props} type="button" aria-disabled />
);

function Line({ item, pick, anchor }: Anchor & { item: Item; pick: boolean }) {
  const blocked = Boolean(item.disabledReason);
  const note = item.disabledReason || item.hint;
  const marked = item.on ?? item.checked;
  const role = pick ? 'menuitemradio' : 'menuitem';
  return (
    <MenuItem
      role={item.on === undefined ? role : 'menuitemcheckbox'}
      aria-checked={item.on ?? (pick ? Boolean(item.checked) : undefined)}
      // One that tells more when it is chosen is only marked as disabled, since Ariakit lets nothing happen in others.
      disabled={blocked && !item.onBlocked}
      accessibleWhenDisabled
      onClick={() => {
        anchor.current?.focus(); // a dialog that opens now returns the focus here when it closes
        if (blocked) item.onBlocked?.();
        else item.onSelect?.();
      }}
      render={blocked ? blockedElement : elementOf(item)}
      className={cx(
        'focus:bg-hover hover:bg-hover flex min-h-8 w-full items-start gap-2 px-3 py-1.5 text-left whitespace-normal outline-none select-none',
        'focus-visible:outline-focus focus-visible:outline-2 focus-visible:-outline-offset-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0',
        item.danger && !blocked && 'text-danger',
        blocked && 'text-faint !cursor-not-allowed',
      )}
    >
      {item.icon}
      <span className="min-w-0 grow">
        <span className="block break-words">{isolatedNode(item.label)}</span>
        {note ? <span className="text-faint block text-xs">{note}</span> : null}
      </span>
      {item.outside ? <ExternalLink aria-hidden className="text-faint" /> : null}
      {marked ? <Check aria-hidden className="text-accent-text" /> : null}
    </MenuItem>
  );
}
