'use client';
import { useTranslations } from 'use-intl';
import type { DialogProps } from '@/components/ui/dialog-props';
import { toast } from '@/components/ui/toast';
import { withRules, withRuleEnabled, type Rule } from '@/lib/firewall/model';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { GuardedConfirm } from './guarded-confirm';
import { useFirewallTab } from './firewall-context';
import { useFirewallWords } from './use-words';

/** A rule and what is asked about it. */
export type RuleConfirmProps = DialogProps<{
  rule: Rule;
  /** The change to confirm. */
  verb: 'delete' | 'enable' | 'disable';
}>;

/** Asks before a rule is deleted, and before it is switched if that would block SSH. */
export function RuleConfirm({ rule, verb, onClose }: RuleConfirmProps) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const change = useBackendChange();
  const { firewall, instance } = useFirewallTab();
  const ruleText = words.rule(rule);
  const { id, number } = rule;
  const params = { instance_uuid: instance };
  const question = {
    title: t(`confirm.${verb}Title`, { number }),
    confirmLabel: t(`confirm.${verb}`),
  };
  if (verb === 'delete') {
    const others = firewall.rules.filter((each) => each.id !== id);
    return (
      <GuardedConfirm
        {...question}
        after={withRules(firewall, others)}
        danger
        onConfirm={async () => {
          await change('D42', { params: { ...params, firewall_uuid: id } });
          toast({ title: t('confirm.deleted', { rule: ruleText }) });
        }}
        onClose={onClose}
      >
        <p>{t('confirm.deleteText', { rule: ruleText })}</p>
      </GuardedConfirm>
    );
  }
  return (
    <GuardedConfirm
      {...question}
      after={withRuleEnabled(firewall, rule, verb === 'enable')}
      onConfirm={async () => {
        const body = { action: verb };
        await change('D41', { params: { ...params, firewall_rule_id: id }, body });
        toast({ title: t(`confirm.${verb}d`, { number }) });
      }}
      onClose={onClose}
    >
      <p>{t('confirm.switchText', { rule: ruleText })}</p>
    </GuardedConfirm>
  );
}
