'use client';
import { useTranslations } from 'use-intl';
import type { Prefill } from '@/components/vps/instances/wizard/prefill';
import { TextLink } from '@/components/ui/text-link';

type SizeHref = (of: { tier: string; size: NonNullable<Prefill['size']> }) => string;

/** Makes the URLs to which the price of a size leads. */
export interface PriceHrefs {
  /** The form of a new instance, filled in; null if the key may not create one. */
  create: SizeHref | null;
  /** The estimate with one of it. */
  estimate: SizeHref;
}

interface PriceLinksProps {
  hrefs: PriceHrefs;
  tier: { id: string; name: string };
  size: NonNullable<Prefill['size']>;
  /** The size in words, which a screen reader adds to the labels. */
  of: string;
}

/** Links from the price of a size in a tier to the form of a new instance, and to the estimate. */
export function PriceLinks({ hrefs, tier, size, of }: PriceLinksProps) {
  const t = useTranslations('prices');
  const ordered = { tier: tier.id, size };
  const about = <span className="sr-only">: {[of, tier.name].join(', ')}</span>;
  return (
    <span className="flex flex-wrap justify-end gap-x-3 text-xs leading-6 font-normal print:hidden">
      {hrefs.create ? (
        <TextLink href={hrefs.create(ordered)}>
          {t('create')}
          {about}
        </TextLink>
      ) : null}
      <TextLink href={hrefs.estimate(ordered)}>
        {t('estimate')}
        {about}
      </TextLink>
    </span>
  );
}
