import { useTranslations } from 'use-intl';
import { Status, type StatusGroup } from '@/components/ui/status';
import type { InvoiceState } from '@/lib/money/invoice';

const groups: Record<InvoiceState, StatusGroup> = {
  overdue: 'error',
  open: 'unknown',
  nothing: 'off',
  paid: 'run',
  cancelled: 'off',
};

/** The state of an invoice, by shape, word and colour. Needs the messages `billing`. */
export function InvoiceStatus({ state, chip }: { state: InvoiceState; chip?: boolean }) {
  const t = useTranslations('billing.states');
  return (
    <Status group={groups[state]} {...(chip ? { chip } : {})}>
      {t(state)}
    </Status>
  );
}
