import type { ReactNode, RefObject } from 'react';

/** One item of a menu. */
export interface MenuItem {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  danger?: boolean;
  /** Why it can't be chosen; shown under the label. */
  disabledReason?: string | null;
  /** Runs when it is chosen while it has a `disabledReason`: tells more about it. */
  onBlocked?: (() => void) | undefined;
  /** The page that the item opens; without it `onSelect` runs. */
  href?: string;
  /** `href` is on another site: it opens in a new tab, and an icon says so. */
  outside?: boolean;
  onSelect?: () => void;
  /** It is the chosen one of its group; a mark shows it. */
  checked?: boolean;
  /** Whether what it switches is on; a mark shows it. */
  on?: boolean;
}

/** Items that stand together in a menu. */
export interface MenuGroup {
  id: string;
  /** The heading of the group. */
  label?: ReactNode;
  items: readonly MenuItem[];
}

/** What a menu gives its popup. */
export interface MenuPopupProps {
  id: string;
  /** The id of the trigger, whose text names the menu. */
  namedBy: string;
  groups: readonly MenuGroup[];
  anchor: RefObject<HTMLButtonElement | null>;
  align: 'start' | 'end';
  open: boolean;
  onClose: () => void;
}
