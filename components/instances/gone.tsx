'use client';
import { Unplug } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/paths';

/** There is no such instance: deleted, here or elsewhere, or never there. */
export function Gone({ account }: { account: string }) {
  const t = useTranslations('instances');
  return (
    <div
      role="status"
      className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center"
    >
      <Unplug aria-hidden className="text-faint size-8 stroke-[1.25]" />
      <h1 className="text-xl" tabIndex={-1}>
        {t('detail.goneTitle')}
      </h1>
      <p className="text-muted">{t('detail.goneText')}</p>
      <ButtonLink href={paths.instances(account)} className="mt-2">
        {t('detail.toList')}
      </ButtonLink>
    </div>
  );
}
