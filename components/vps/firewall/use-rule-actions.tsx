'use client';
import { Pencil, Replace, Trash2 } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { lazyNamed } from '@/components/ui/lazy-named';
import type { Rule } from '@/lib/firewall/model';
import { useFirewallHere } from './firewall-context';

const RuleDialog = lazyNamed(() => import('./rule-dialog'), 'RuleDialog');
const RuleConfirm = lazyNamed(() => import('./rule-confirm'), 'RuleConfirm');

/** What can be done with a rule. */
export function useRuleActions(): readonly Action<Rule>[] {
  const { locked } = useFirewallHere();
  const t = useTranslations('firewall');
  return useMemo(() => {
    const reason = () => locked;
    const opens = (kind: 'edit' | 'replace', icon: ReactNode): Action<Rule> => ({
      id: kind,
      label: t(`rules.${kind}`),
      icon,
      reason,
      dialog: (rule, close) => <RuleDialog mode={{ kind, rule }} onClose={close} />,
    });
    return [
      opens('edit', <Pencil aria-hidden />),
      opens('replace', <Replace aria-hidden />),
      {
        id: 'delete',
        label: t('rules.delete'),
        icon: <Trash2 aria-hidden />,
        danger: true,
        group: 'end',
        reason,
        dialog: (rule, close) => <RuleConfirm rule={rule} verb="delete" onClose={close} />,
      },
    ];
  }, [t, locked]);
}

/** How a rule is called in its menu. */
export function useRuleIdentity(): RowIdentity<Rule> {
  const t = useTranslations('firewall');
  return useMemo(
    () => ({ id: ({ id }) => id, name: ({ number }) => t('rules.name', { number }) }),
    [t],
  );
}
