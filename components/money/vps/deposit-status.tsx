import { useTranslations } from 'use-intl';
import { Foreign } from '@/components/ui/foreign';
import { Status, type StatusGroup } from '@/components/ui/status';
import type { DepositState } from '@/lib/money/deposit';

const groups: Record<DepositState, StatusGroup> = {
  paid: 'run',
  waiting: 'busy',
  expired: 'off',
  failed: 'error',
  refunded: 'off',
  'charged-back': 'error',
  other: 'unknown',
};

/** The state of a deposit, by shape, word and colour; an unknown one in the provider's word. Needs `vps-billing`. */
export function DepositStatus({
  state,
  word,
  chip,
}: {
  state: DepositState;
  /** The provider's word. */
  word: string | null;
  chip?: boolean;
}) {
  const t = useTranslations('vps-billing');
  return (
    <Status group={groups[state]} {...(chip ? { chip } : {})}>
      {state === 'other' && word ? <Foreign text={word} /> : t(`deposits.states.${state}`)}
    </Status>
  );
}
