'use client';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { withRules, type Rule } from '@/lib/firewall/model';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { GuardedConfirm } from './guarded-confirm';
import type { FirewallContext } from './firewall-context';
import { useFirewallWords } from './use-words';

export interface RuleConfirmProps {
  context: FirewallContext;
  rule: Rule;
  /** What is to be done with it. */
  verb: 'delete' | 'enable' | 'disable';
  onClose: () => void;
}

/** Asks before a rule is deleted, or switched so that SSH is shut. */
export function RuleConfirm({ context, rule, verb, onClose }: RuleConfirmProps) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const change = useBackendChange();
  const { firewall, instance } = context;
  const said = words.rule(firewall, rule);
  const { number } = rule;
  if (verb === 'delete') {
    const others = firewall.rules.filter(({ id }) => id !== rule.id);
    return (
      <GuardedConfirm
        context={context}
        after={withRules(firewall, others)}
        title={t('confirm.deleteTitle', { number })}
        confirmLabel={t('confirm.delete')}
        danger
        onConfirm={async () => {
          await change('D42', { params: { instance_uuid: instance, firewall_uuid: rule.id } });
          toast({ title: t('confirm.deleted', { rule: said }) });
        }}
        onClose={onClose}
      >
        <p>{t('confirm.deleteText', { rule: said })}</p>
      </GuardedConfirm>
    );
  }
  const enabled = verb === 'enable';
  const after = firewall.rules.map((each) => (each.id === rule.id ? { ...each, enabled } : each));
  return (
    <GuardedConfirm
      context={context}
      after={withRules(firewall, after)}
      title={t(`confirm.${verb}Title`, { number })}
      confirmLabel={t(`confirm.${verb}`)}
      onConfirm={async () => {
        const params = { instance_uuid: instance, firewall_rule_id: rule.id };
        await change('D41', { params, body: { action: verb } });
        toast({ title: t(`confirm.${verb}d`, { number }) });
      }}
      onClose={onClose}
    >
      <p>{t('confirm.switchText', { rule: said })}</p>
    </GuardedConfirm>
  );
}
