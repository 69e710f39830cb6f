'use client';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useScope, useShell } from '@/components/parts/shell/context';
import { createPagesOf, mayCreate, type CreateRight } from '@/components/parts/shell/nav-entries';
import type { Scope } from '@/components/parts/shell/scopes';
import { roleRefusal } from '@/components/parts/why/role-refusal';
import { paths } from '@/lib/paths';
import { wordsOfCreating, wordsOfLinking } from './create-words';
import type { Entry } from './entry';

/** Why something can't be created in a scope; nothing if it can. */
type Refuse = (scope: Scope, right: CreateRight) => Pick<Entry, 'reason' | 'onBlocked'>;

function useRefuse(): Refuse {
  const t = useTranslations();
  const { scopes, viewing } = useShell();
  return useMemo(
    () => (scope, right) => {
      if (typeof right === 'string')
        return mayCreate(scopes, scope, right) ? {} : { reason: t(`actions.refused.${right}`) };
      if (mayCreate(scopes, scope, right)) return { reason: viewing };
      if (scope.kind === 'account') return {};
      const asked = { lacking: right, group: scope.group };
      const words = [t('palette.create.refused'), t('shell.whyHint')] as const;
      const { disabledReason: reason, onBlocked } = roleRefusal(asked, ...words);
      return { reason, onBlocked };
    },
    [t, scopes, viewing],
  );
}

/**
 * What can be created in all scopes, the current scope first, and without one. What the person may not create comes
 * last, with the reason.
 */
export function useCreations(): readonly Entry[] {
  const t = useTranslations('palette.create');
  const shell = useTranslations('shell');
  const { scopes, method } = useShell();
  const at = useScope();
  const refuse = useRefuse();
  return useMemo(() => {
    const of = (scope: Scope) =>
      createPagesOf(scope).map(({ id, href, right }): Entry => ({
        id: `page${href}`,
        label: t(id as 'vms'), // a test holds that each has its words
        detail: scope.label,
        also: wordsOfCreating(id),
        icon: <Plus aria-hidden />,
        href,
        scope: scope.key,
        ...refuse(scope, right),
      }));
    const others = scopes.filter(({ key }) => key !== at?.key);
    const all = [...(at ? [at] : []), ...others].flatMap(of);
    const general = { icon: <Plus aria-hidden />, scope: null };
    const organization: Entry = {
      ...general,
      id: 'page/o/new',
      label: shell('newOrganization'),
      href: paths.newOrganization(),
    };
    const key: Entry = {
      ...general,
      id: 'page/account/link',
      label: t('account'),
      also: wordsOfLinking,
      href: paths.creating(paths.account()),
    };
    return [
      ...all.filter(({ reason }) => !reason),
      ...(method === 'dewavps' ? [] : [organization]),
      key,
      ...all.filter(({ reason }) => reason),
    ];
  }, [t, shell, scopes, method, at, refuse]);
}
