'use client';
import { Check } from 'lucide-react';
import Link from 'next/link';
import {
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { cx } from './cx';
import type { MenuGroup, MenuItem } from './menu';
import { place } from './place';

interface PopupProps {
  id: string;
  /** Id of the trigger, which names the menu. */
  namedBy: string;
  groups: readonly MenuGroup[];
  anchor: RefObject<HTMLButtonElement | null>;
  align: 'start' | 'end';
  onClose: () => void;
}

/** Moves by arrow keys, Home and End, and to the next item that starts with what is typed. */
function target(key: string, items: readonly HTMLElement[], at: number): HTMLElement | undefined {
  const count = items.length;
  if (key === 'ArrowDown') return items[(at + 1) % count];
  if (key === 'ArrowUp') return items[(at - 1 + count) % count];
  if (key === 'Home') return items[0];
  if (key === 'End') return items[count - 1];
  if (key.length !== 1 || key === ' ') return undefined;
  const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return order.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

/** Keeps the popup by its trigger, and closes it on a press elsewhere. */
function usePlaced(
  popup: RefObject<HTMLDivElement | null>,
  { anchor, align, onClose }: PopupProps,
) {
  useLayoutEffect(() => {
    const move = () => {
      if (!popup.current || !anchor.current) return;
      place(popup.current, anchor.current.getBoundingClientRect(), {
        side: 'below',
        align,
        gap: 4,
      });
    };
    popup.current?.showPopover();
    move();
    popup.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus({ preventScroll: true });
    window.addEventListener('resize', move);
    window.addEventListener('scroll', move, { capture: true, passive: true });
    return () => {
      window.removeEventListener('resize', move);
      window.removeEventListener('scroll', move, { capture: true });
    };
  }, [popup, anchor, align]);
  useEffect(() => {
    const press = ({ target: at }: PointerEvent) => {
      if (!(at instanceof Node) || popup.current?.contains(at) || anchor.current?.contains(at))
        return;
      onClose();
    };
    document.addEventListener('pointerdown', press, { capture: true });
    return () => document.removeEventListener('pointerdown', press, { capture: true });
  }, [popup, anchor, onClose]);
}

/** The open menu, in the top layer; `menu.tsx` loads it. Default export because `lazy` asks for one. */
export default function MenuPopup(props: PopupProps) {
  const { id, namedBy, groups, anchor, onClose } = props;
  const popup = useRef<HTMLDivElement>(null);
  usePlaced(popup, props);
  const close = () => {
    anchor.current?.focus();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Tab') return onClose();
    if (event.key === 'Escape') {
      event.preventDefault(); // a dialog around it stays
      return close();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = [...(popup.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const next = target(
      event.key,
      items,
      items.findIndex((item) => item === document.activeElement),
    );
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div
      ref={popup}
      id={id}
      role="menu"
      aria-labelledby={namedBy}
      popover="manual"
      onKeyDown={onKeyDown}
      className="border-line bg-raised text-ink shadow-raised fixed inset-auto m-0 max-h-[min(28rem,calc(100dvh-1rem))] w-max max-w-80 min-w-48 overflow-y-auto rounded-md border py-1 text-left text-base font-normal"
    >
      {groups.map((group) => (
        <Group key={group.id} group={group} onChosen={close} />
      ))}
    </div>
  );
}

function Group({ group, onChosen }: { group: MenuGroup; onChosen: () => void }) {
  const labelId = useId();
  const pick = group.items.some(({ checked }) => checked !== undefined);
  return (
    <div
      role="group"
      aria-labelledby={group.label ? labelId : undefined}
      className="border-line not-first:mt-1 not-first:border-t not-first:pt-1"
    >
      {group.label ? (
        <div id={labelId} role="presentation" className="text-faint px-3 py-1 text-xs">
          {group.label}
        </div>
      ) : null}
      {group.items.map((item) => (
        <Item key={item.id} item={item} pick={pick} onChosen={onChosen} />
      ))}
    </div>
  );
}

function Item({ item, pick, onChosen }: { item: MenuItem; pick: boolean; onChosen: () => void }) {
  const blocked = Boolean(item.disabledReason);
  const shared = {
    role: pick ? 'menuitemradio' : 'menuitem',
    tabIndex: -1,
    'aria-checked': pick ? Boolean(item.checked) : undefined,
    className: cx(
      'focus:bg-hover hover:bg-hover flex min-h-8 w-full items-start gap-2 px-3 py-1.5 text-left whitespace-normal outline-none select-none',
      'focus-visible:outline-focus focus-visible:outline-2 focus-visible:-outline-offset-2 [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0',
      item.danger && !blocked && 'text-danger',
      blocked && 'text-faint !cursor-not-allowed',
    ),
  };
  const note = item.disabledReason || item.hint;
  const content = (
    <>
      {item.icon}
      <span className="min-w-0 grow">
        <span className="block break-words">{item.label}</span>
        {note ? <span className="text-faint block text-xs">{note}</span> : null}
      </span>
      {item.checked ? <Check aria-hidden className="text-accent-text" /> : null}
    </>
  );
  if (item.href && !blocked) {
    return (
      <Link {...shared} href={item.href} prefetch={false} onClick={onChosen}>
        {content}
      </Link>
    );
  }
  const choose = () => {
    if (blocked) return;
    onChosen();
    item.onSelect?.();
  };
  return (
    <button {...shared} type="button" aria-disabled={blocked || undefined} onClick={choose}>
      {content}
    </button>
  );
}
