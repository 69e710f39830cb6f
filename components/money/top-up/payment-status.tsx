import { useTranslations } from 'use-intl';
import { Status, type StatusGroup } from '@/components/ui/status';
import type { PaymentState } from '@/lib/payments/payment';

const groups: Record<PaymentState, StatusGroup> = {
  waiting: 'busy',
  paid: 'run',
  failed: 'error',
  expired: 'off',
  refunded: 'off',
  'charged-back': 'error',
  unknown: 'unknown',
};

/** The state of a payment. Needs the messages `top-up`. */
export function PaymentStatus({ state, chip }: { state: PaymentState; chip?: boolean }) {
  const t = useTranslations('top-up.payment.states');
  return (
    <Status group={groups[state]} {...(chip ? { chip } : {})}>
      {t(state)}
    </Status>
  );
}
