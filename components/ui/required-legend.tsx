'use client';
import { useTranslations } from 'use-intl';

/** Says once in a form what the mark of required fields means. It is hidden where no field has the mark. */
export function RequiredLegend() {
  const t = useTranslations('ui');
  return (
    <p data-required-legend className="text-faint text-sm">
      {t('requiredLegend')}
    </p>
  );
}
