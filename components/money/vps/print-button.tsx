'use client';
import { Printer } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';

/** Prints the page: its part that is marked `data-print` alone. */
export function PrintButton() {
  const t = useTranslations('vps-billing');
  return (
    <Button icon={<Printer aria-hidden />} onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
