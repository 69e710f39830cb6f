'use client';
import { useTranslations } from 'use-intl';
import { GoneState } from '@/components/ui/gone-state';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

/** There is no such instance: deleted, here or elsewhere, or never there. */
export function Gone() {
  const account = useAccount();
  const t = useTranslations('instances');
  return (
    <GoneState
      title={t('detail.goneTitle')}
      back={{ href: paths.instances(account), label: t('detail.toList') }}
    >
      {t('detail.goneText')}
    </GoneState>
  );
}
