'use client';
import { useId, useRef, useState, type ReactNode } from 'react';
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class';
import { cx } from './cx';
import { lazyNamed } from './lazy-named';
import type { MenuGroup, MenuPopupProps } from './menu-group';
import { Tooltip } from './tooltip';

export interface MenuProps<More extends object = object> {
  /** The content of the trigger. */
  trigger: ReactNode;
  /** The name of the trigger, if it shows only an icon. */
  label?: string;
  /** Shows the `label` on hover and focus, for an icon that few people know. */
  tip?: boolean;
  /** The groups, or a function that makes them when the menu opens, for lists with a menu in every row. */
  groups?: readonly MenuGroup[] | (() => readonly MenuGroup[]);
  /** A popup that makes its own groups and loads with them, where no first paint should pay for them. */
  popup?: MenuPopupPart<More>;
  /** Further props of the `popup`. */
  more?: More;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: 'start' | 'end';
  className?: string;
  /** Called when the menu opens. */
  onOpen?: () => void;
}

const MenuPopup = lazyNamed(() => import('./menu-popup'), 'MenuPopup');

/** A lazy component that shows a `MenuPopup` with groups of its own. */
export type MenuPopupPart<More extends object = object> = ((
  props: MenuPopupProps & More,
) => ReactNode) & { prepare: () => void };

/** A menu of actions or pages. The menu's own code loads when the pointer or focus reaches its trigger. */
export function Menu<More extends object = object>({
  trigger,
  label,
  tip = false,
  groups = [],
  popup: Popup = MenuPopup,
  more = {} as More,
  variant = 'secondary',
  size = 'md',
  align = 'start',
  className,
  onOpen,
}: MenuProps<More>) {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const show = (next: boolean) => {
    setUsed(true);
    if (next) onOpen?.();
    setOpen(next);
  };
  const opener = (
    <button
      ref={button}
      id={`${id}-trigger`}
      type="button"
      aria-haspopup="menu"
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      aria-label={label}
      onPointerEnter={Popup.prepare}
      onFocus={Popup.prepare}
      onClick={() => show(!open)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        show(true);
      }}
      className={cx(buttonClass(variant, size), className)}
    >
      {trigger}
    </button>
  );
  return (
    <>
      {tip && label ? <Tooltip content={label}>{() => opener}</Tooltip> : opener}
      {used ? (
        <Popup
          {...more}
          id={id}
          namedBy={`${id}-trigger`}
          groups={typeof groups === 'function' ? groups() : groups}
          anchor={button}
          align={align}
          open={open}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
