'use client';
import { useTranslations } from 'use-intl';
import type { CopyStep } from '@/lib/firewall/copy';
import { useFirewallWords } from '../use-words';

/** Returns a function that says in words what a step changes. */
export function useStepWords(): (step: CopyStep) => string {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  return (step) => {
    if (step.kind === 'set') return t('copy.steps.set', { name: step.set.name });
    if (step.kind === 'entry')
      return t('copy.steps.entry', { cidr: step.cidr, name: step.set.name });
    if (step.kind === 'policy')
      return t('copy.steps.policy', { policy: words.verdict(step.policy) });
    const rule = words.rule(step.rule);
    const { enabled } = step.rule;
    if (step.kind === 'rule')
      return t(enabled ? 'copy.steps.rule' : 'copy.steps.ruleOff', { rule });
    return t(enabled ? 'copy.steps.switchOn' : 'copy.steps.switchOff', { rule });
  };
}
