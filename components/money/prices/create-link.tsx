'use client';
import { useTranslations } from 'use-intl';
import type { Prefill } from '@/components/vps/instances/wizard/prefill';
import { TextLink } from '@/components/ui/text-link';
import type { PricedTier } from './priced-tier';

/** Where the form of a new instance opens filled with a size in a tier. */
export type HrefOf = (of: Pick<Prefill, 'tier' | 'size'>) => string;

/** Leads to the form of a new instance. `of`: the size in words, for who doesn't see the row. */
export function CreateLink({ href, of, tier }: { href: string; of: string; tier: PricedTier }) {
  const t = useTranslations('prices');
  return (
    <TextLink href={href} className="text-xs font-normal">
      {t('create')}
      <span className="sr-only">: {[of, tier.name].join(', ')}</span>
    </TextLink>
  );
}
