'use client';
import { ShieldX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useAccountLabel } from '@/components/parts/shell/context';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { paths } from '@/lib/paths';

/** Says that the account's key may not read bills. Needs the messages `vps-billing`. */
export function NoMoneyAccess() {
  const t = useTranslations('vps-billing');
  const account = useAccountLabel();
  return (
    <EmptyState
      framed
      icon={<ShieldX aria-hidden />}
      title={t('noAccess.title')}
      actions={<ButtonLink href={paths.account()}>{t('noAccess.link')}</ButtonLink>}
    >
      {t('noAccess.text', { account })}
    </EmptyState>
  );
}
