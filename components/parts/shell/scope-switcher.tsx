'use client';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { isolatedNode } from '@/components/ui/foreign';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Menu } from '@/components/ui/menu';
import { useScope, useShell } from './context';
import { openScopes } from './scope-rules';

const ScopePopup = lazyNamed(() => import('./scope-popup'), 'ScopePopup');

/** The switcher of organizations, projects and accounts; hidden if there is only one. */
export function ScopeSwitcher() {
  const t = useTranslations('shell');
  const scope = useScope();
  if (openScopes(useShell().scopes).length < 2) return null;
  return (
    <Menu
      variant="quiet"
      className="max-w-56 min-w-0"
      popup={ScopePopup}
      trigger={
        <>
          <span className="min-w-0 truncate">{isolatedNode(scope?.label) ?? t('choosePlace')}</span>
          <ChevronsUpDown aria-hidden className="text-faint" />
        </>
      }
    />
  );
}
