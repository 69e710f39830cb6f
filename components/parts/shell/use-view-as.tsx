'use client';
import { Eye } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { MenuGroup } from '@/components/ui/menu-group';
import { toast } from '@/components/ui/toast';
import type { ViewAs } from '@/lib/contract/view-as';
import { paths } from '@/lib/paths';
import { leaveFor } from '@/lib/query/hide-page';
import { beginView } from '@/lib/session/browser-view-as';
import { useShell } from './context';
import { useViewable } from './use-viewable';

/** The roles as which an admin can see the page's organization or project, as the group of a menu; null if there are none. */
export function useViewAs(): MenuGroup | null {
  const t = useTranslations('shell.viewAs');
  const { finance } = useShell();
  const group = useViewable();
  if (!group) return null;
  const begin = async (role: ViewAs['role']) => {
    try {
      await beginView({ ...group, role });
    } catch {
      toast({ tone: 'danger', title: t('beginFailed'), text: t('beginFailedText') });
      return;
    }
    leaveFor(paths.overview(group));
  };
  // A project has no bills, so finance has nothing to see there.
  const roles =
    finance && group.project === undefined
      ? (['member', 'finance'] as const)
      : (['member'] as const);
  return {
    id: 'view-as',
    label: t('heading'),
    items: roles.map((role) => ({
      id: `view-as-${role}`,
      label: t(`roles.${role}`),
      hint: t(`hints.${role}`),
      icon: <Eye aria-hidden />,
      onSelect: () => void begin(role),
    })),
  };
}
