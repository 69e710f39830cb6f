'use client';
import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Menu } from '@/components/ui/menu';
import { useViewable } from './use-viewable';

const ViewAsPopup = lazyNamed(() => import('./view-as-popup'), 'ViewAsPopup');

/** The button “View as” of an organization or project; only admins have it. */
export function ViewAsMenu() {
  const t = useTranslations('shell.viewAs');
  if (!useViewable()) return null;
  return (
    <Menu
      align="end"
      popup={ViewAsPopup}
      trigger={
        <>
          <Eye aria-hidden />
          {t('menu')}
        </>
      }
    />
  );
}
