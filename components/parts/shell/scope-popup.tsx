'use client';
import { Plus } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import type { MenuGroup, MenuPopupProps } from '@/components/ui/menu-group';
import { MenuPopup } from '@/components/ui/menu-popup';
import { useScope, useShell } from './context';
import { paths } from '@/lib/paths';
import { openScopes } from './scope-rules';
import { samePage } from './same-page';
import type { Scope } from './scopes';

const kinds = ['organization', 'project', 'account'] as const;

/** The menu of organizations, projects and accounts. */
export function ScopePopup(props: MenuPopupProps) {
  const t = useTranslations('shell');
  const shell = useShell();
  const scopes = openScopes(shell.scopes);
  const scope = useScope();
  const at = usePathname();
  const query = useSearchParams();
  const groups = kinds.flatMap((kind): MenuGroup[] => {
    const items = scopes.filter((each) => each.kind === kind);
    if (items.length === 0) return [];
    return [
      {
        id: kind,
        label: t(`kinds.${kind}`),
        items: items.map((each) =>
          item(each, scope, samePage(scope, each, at, query), t('suspended')),
        ),
      },
    ];
  });
  if (shell.method !== 'dewavps') {
    const label = t('newOrganization');
    const icon = <Plus aria-hidden />;
    groups.push({ id: 'new', items: [{ id: 'new', label, icon, href: paths.newOrganization() }] });
  }
  return <MenuPopup {...props} groups={groups} />;
}

function item(scope: Scope, current: Scope | null, href: string, suspended: string) {
  const { key, label } = scope;
  const hint = scope.suspended
    ? suspended
    : scope.kind === 'project'
      ? scope.organizationName
      : null;
  return { id: key, label, href, checked: key === current?.key, hint };
}
