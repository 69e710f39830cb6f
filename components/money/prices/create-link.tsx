'use client';
import { useTranslations } from 'use-intl';
import type { Prefill } from '@/components/vps/instances/wizard/prefill';
import { TextLink } from '@/components/ui/text-link';
import type { PricedTier } from './priced-tier';

/** Makes the URL of the form of a new instance, filled in with a tier and a size. */
export type HrefOf = (of: Pick<Prefill, 'tier' | 'size'>) => string;

/** Links to the form of a new instance. `of` is the size in words, which a screen reader adds to the label. */
export function CreateLink({ href, of, tier }: { href: string; of: string; tier: PricedTier }) {
  const t = useTranslations('prices');
  return (
    <TextLink href={href} className="text-xs font-normal">
      {t('create')}
      <span className="sr-only">: {[of, tier.name].join(', ')}</span>
    </TextLink>
  );
}
