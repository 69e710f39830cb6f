'use client';
import { useLocale, useTranslations } from 'use-intl';
import { KeyValue } from '@/components/ui/key-value';
import type { AddressRange } from '@/lib/contract/reading/network';
import { count } from '@/lib/format';
import { factsOf } from '@/lib/ranges/ranges';

/** What a range holds: its ends and its number of addresses. */
export function RangeFacts({ range }: { range: AddressRange }) {
  const t = useTranslations('organization-network.range');
  const locale = useLocale();
  const { usableFirst, usableLast, usable, addresses } = factsOf(range);
  return (
    <KeyValue
      pairs={[
        { term: t('range'), value: range.text, mono: true },
        { term: t('first'), value: usableFirst, mono: true },
        { term: t('last'), value: usableLast, mono: true },
        { term: t('usable'), value: count(usable, locale) },
        ...(addresses === usable
          ? []
          : [{ term: t('addresses'), value: count(addresses, locale) }]),
      ]}
    />
  );
}
