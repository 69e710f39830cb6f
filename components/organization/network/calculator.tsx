'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LiveFields } from '@/components/parts/machines/live-fields';
import { Panel } from '@/components/ui/panel';
import type { AddressRange } from '@/lib/contract/reading/network';
import { usualPrefix, vpcPrefixes } from '@/lib/ranges/vpc-size';
import { OwnRange } from './own-range';
import { SizeFacts, SizeField } from './size-field';

/** Computes what a size gives, and compares a range of the person's own with the VPC. @param vpc its range, if there is one */
export function Calculator({ vpc }: { vpc: AddressRange | null }) {
  const t = useTranslations('organization-network.calculator');
  const [chosen, choose] = useState<number | null>(null);
  const has = vpc?.prefix ?? null;
  const prefix = chosen ?? (has !== null && vpcPrefixes.includes(has) ? has : usualPrefix);
  return (
    <Panel title={t('title')} description={t('description')}>
      <LiveFields>
        <div className="flex flex-col gap-4">
          <SizeField
            label={t('size')}
            value={prefix}
            onChange={(event) => choose(Number(event.target.value))}
          />
          <SizeFacts prefix={prefix} />
          <OwnRange vpc={vpc} />
        </div>
      </LiveFields>
    </Panel>
  );
}
