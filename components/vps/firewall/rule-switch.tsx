'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { useProblemLine } from '@/components/parts/actions/problem-words';
import { Switch } from '@/components/ui/checkbox';
import { lazyNamed } from '@/components/ui/lazy-named';
import { toast } from '@/components/ui/toast';
import { lockouts } from '@/lib/firewall/lockout';
import { withRuleEnabled, type Rule } from '@/lib/firewall/model';
import { ProblemError } from '@/lib/problem';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { useFirewallTab } from './firewall-context';

const RuleConfirm = lazyNamed(() => import('./rule-confirm'), 'RuleConfirm');

/** Switches a rule on or off at once and offers to undo it. If that would block SSH, it asks first. */
export function RuleSwitch({ rule }: { rule: Rule }) {
  const { instance, firewall, viewer, locked } = useFirewallTab();
  const t = useTranslations('firewall');
  const say = useProblemLine();
  const change = useBackendChange();
  // The state that was asked for; null when no request is running.
  const [asked, setAsked] = useState<boolean | null>(null);
  const { open: ask, opened } = useOpened((verb: 'enable' | 'disable', onClose) => (
    <RuleConfirm {...{ rule, verb, onClose }} />
  ));
  const { number } = rule;

  const set = async (enabled: boolean, undoes = false) => {
    const params = { instance_uuid: instance, firewall_rule_id: rule.id };
    setAsked(enabled);
    try {
      await change('D41', { params, body: { action: enabled ? 'enable' : 'disable' } });
      const action = { label: t('confirm.undo'), onSelect: () => void set(!enabled, true) };
      const title = t(enabled ? 'confirm.enabled' : 'confirm.disabled', { number });
      toast({ title, action: undoes ? undefined : action });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      toast({
        tone: 'danger',
        title: t('confirm.switchFailed', { number }),
        text: say(error.problem),
      });
    } finally {
      setAsked(null);
    }
  };
  const turn = (enabled: boolean) => {
    if (asked !== null || locked) return;
    if (lockouts(firewall, withRuleEnabled(firewall, rule, enabled), viewer).length > 0)
      ask(enabled ? 'enable' : 'disable');
    else void set(enabled);
  };
  return (
    <>
      <Switch
        label={<span className="sr-only">{t('rules.enable', { number })}</span>}
        className="max-md:-mr-2"
        checked={asked ?? rule.enabled}
        aria-busy={asked !== null || undefined}
        aria-disabled={locked ? true : undefined}
        title={locked ?? undefined}
        onChange={(event) => turn(event.target.checked)}
      />
      {opened}
    </>
  );
}
