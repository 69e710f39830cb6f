'use client';
import { CircleUser } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { isolatedNode } from '@/components/ui/foreign';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Menu } from '@/components/ui/menu';
import { useShell } from './context';

const UserMenuPopup = lazyNamed(() => import('./user-menu-popup'), 'UserMenuPopup');

/** The button that opens the menu of the person. */
export function UserMenu() {
  const t = useTranslations('shell');
  const { person } = useShell();
  return (
    <Menu
      variant="quiet"
      align="end"
      label={t('userMenu', { name: person.name })}
      popup={UserMenuPopup}
      trigger={
        <>
          <CircleUser aria-hidden />
          <span className="max-w-40 truncate max-sm:hidden">{isolatedNode(person.name)}</span>
        </>
      }
    />
  );
}
