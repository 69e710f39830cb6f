import type { ReactNode } from 'react';

export interface MenuItem {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  danger?: boolean;
  /** Why it can't be chosen; shown under the label. */
  disabledReason?: string | null;
  /** A page to go to; else `onSelect`. */
  href?: string;
  /** `href` is another site's: opens in a new tab, and shows that it does. */
  outside?: boolean;
  onSelect?: () => void;
  /** One of its group is chosen: shown by a mark. */
  checked?: boolean;
}

export interface MenuGroup {
  id: string;
  /** Heading of the group. */
  label?: ReactNode;
  items: readonly MenuItem[];
}
