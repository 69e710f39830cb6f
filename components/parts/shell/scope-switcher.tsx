'use client';
import { ChevronsUpDown } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { isolatedNode } from '@/components/ui/foreign';
import { Menu } from '@/components/ui/menu';
import type { MenuGroup } from '@/components/ui/menu-group';
import { useScope, useShell } from './context';
import { openScopes } from './nav-entries';
import { samePage } from './same-page';
import type { Scope } from './scopes';

const kinds = ['organization', 'project', 'account'] as const;

/** The switcher of organizations, projects and accounts; hidden if there is only one. */
export function ScopeSwitcher() {
  const t = useTranslations('shell');
  const scopes = openScopes(useShell().scopes);
  const scope = useScope();
  const at = usePathname();
  const query = useSearchParams();
  if (scopes.length < 2) return null;
  const groups = kinds.flatMap((kind): MenuGroup[] => {
    const items = scopes.filter((each) => each.kind === kind);
    if (items.length === 0) return [];
    return [
      {
        id: kind,
        label: t(`kinds.${kind}`),
        items: items.map((each) => item(each, scope, samePage(scope, each, at, query))),
      },
    ];
  });
  return (
    <Menu
      variant="quiet"
      className="max-w-56 min-w-0"
      groups={groups}
      trigger={
        <>
          <span className="min-w-0 truncate">{isolatedNode(scope?.label) ?? t('choosePlace')}</span>
          <ChevronsUpDown aria-hidden className="text-faint" />
        </>
      }
    />
  );
}

function item(scope: Scope, current: Scope | null, href: string) {
  const { key, label } = scope;
  const hint = scope.kind === 'project' ? scope.organizationName : null;
  return { id: key, label, href, checked: key === current?.key, hint };
}
