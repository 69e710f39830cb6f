'use client';
import type { MenuPopupProps } from '@/components/ui/menu-group';
import { MenuPopup } from '@/components/ui/menu-popup';
import { useViewAs } from './use-view-as';

/** The menu of the roles as which the console can be seen. */
export function ViewAsPopup(props: MenuPopupProps) {
  const group = useViewAs();
  return <MenuPopup {...props} groups={group ? [group] : []} />;
}
