'use client';
import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import Link from 'next/link';
import type { RefObject } from 'react';
import { cx } from './cx';
import type { MenuGroup, MenuItem } from './menu';

interface PopupProps {
  id: string;
  groups: readonly MenuGroup[];
  anchor: RefObject<HTMLButtonElement | null>;
  align: 'start' | 'end';
  onClose: () => void;
}

/** The open menu; `menu.tsx` loads it. Default export because `lazy` asks for one. */
export default function MenuPopup({ id, groups, anchor, align, onClose }: PopupProps) {
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(open, details) => {
        // A press on the trigger is the trigger's to answer; closing here would reopen at its click.
        const target = details.event.target;
        if (
          open ||
          (target instanceof Node &&
            details.reason === 'outside-press' &&
            anchor.current?.contains(target))
        )
          return;
        onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          anchor={anchor}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Menu.Popup
            id={id}
            finalFocus={anchor}
            className="border-line bg-raised shadow-raised max-h-[min(28rem,var(--available-height))] max-w-80 min-w-48 overflow-y-auto rounded-md border py-1 outline-none"
          >
            {groups.map((group) => (
              <Menu.Group
                key={group.id}
                className="border-line not-first:mt-1 not-first:border-t not-first:pt-1"
              >
                {group.label ? (
                  <Menu.GroupLabel className="text-faint px-3 py-1 text-xs">
                    {group.label}
                  </Menu.GroupLabel>
                ) : null}
                {group.items.map((item) => (
                  <Item key={item.id} item={item} />
                ))}
              </Menu.Group>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Item({ item }: { item: MenuItem }) {
  const blocked = Boolean(item.disabledReason);
  return (
    <Menu.Item
      disabled={blocked}
      {...(item.href && !blocked ? { render: <Link href={item.href} prefetch={false} /> } : {})}
      onClick={item.onSelect}
      aria-current={item.checked || undefined}
      className={cx(
        'data-highlighted:bg-hover flex min-h-8 w-full items-start gap-2 px-3 py-1.5 text-left outline-none select-none [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0',
        item.danger && !blocked && 'text-danger',
        blocked ? 'text-faint cursor-not-allowed' : 'cursor-pointer',
      )}
    >
      {item.icon}
      <span className="min-w-0 grow">
        <span className="block break-words">{item.label}</span>
        {item.disabledReason || item.hint ? (
          <span className="text-faint block text-xs">{item.disabledReason || item.hint}</span>
        ) : null}
      </span>
      {item.checked ? <Check aria-hidden className="text-accent-text" /> : null}
    </Menu.Item>
  );
}
