import { Receipt } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '@/components/ui/empty-state';

/** Stands in place of a list without invoices. */
export function NoInvoices() {
  const t = useTranslations('billing');
  return (
    <EmptyState framed icon={<Receipt aria-hidden />} title={t('emptyTitle')}>
      {t('emptyText')}
    </EmptyState>
  );
}
