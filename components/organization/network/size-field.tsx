'use client';
import type { ComponentProps } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { KeyValue } from '@/components/ui/key-value';
import { Select } from '@/components/ui/select';
import { count } from '@/lib/format';
import { factsOf } from '@/lib/ranges/ranges';
import { exampleRange, maskOf, vpcPrefixes } from '@/lib/ranges/vpc-size';

type SelectProps = Omit<ComponentProps<typeof Select>, 'label' | 'children'>;

/** Chooses the size of a VPC as a prefix length; the value of an option is the number. */
export function SizeField({ label, ...select }: SelectProps & { label: string }) {
  const t = useTranslations('organization-network.size');
  const locale = useLocale();
  return (
    <Select label={label} {...select}>
      {vpcPrefixes.map((prefix) => (
        <option key={prefix} value={prefix}>
          {t('option', { prefix, usable: count(factsOf(exampleRange(prefix)).usable, locale) })}
        </option>
      ))}
    </Select>
  );
}

/** What a size gives, wherever the provider puts the range. */
export function SizeFacts({ prefix }: { prefix: number }) {
  const t = useTranslations('organization-network.size');
  const r = useTranslations('organization-network.range');
  const locale = useLocale();
  const { usable, addresses } = factsOf(exampleRange(prefix));
  return (
    <KeyValue
      pairs={[
        { term: r('addresses'), value: count(addresses, locale) },
        { term: r('usable'), value: count(usable, locale) },
        { term: r('mask'), value: maskOf(prefix), mono: true },
        { term: t('ends'), value: t('endsText') },
      ]}
    />
  );
}
