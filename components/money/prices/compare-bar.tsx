'use client';
import { useTranslations } from 'use-intl';
import type { Prefill } from '@/components/vps/instances/wizard/prefill';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import type { Row } from '@/lib/contract/types';
import type { PricesState } from './use-prices-state';

interface CompareBarProps {
  locations: readonly Row<'D75'>[];
  /** The id of the location that is shown. */
  location: string;
  prefill: Prefill;
  change: PricesState['change'];
}

/** Chooses what the prices are for: the location, shared or dedicated cores, and what is included. */
export function CompareBar({ locations, location, prefill, change }: CompareBarProps) {
  const t = useTranslations('prices');
  const m = useTranslations('machines');
  return (
    <div className="border-line bg-surface grid items-end gap-x-6 gap-y-3 rounded-md border p-4 sm:grid-cols-2 xl:grid-cols-[14rem_14rem_auto_1fr]">
      <Select
        label={m('location')}
        value={location}
        onChange={({ target }) => change({ location: target.value }, true)}
      >
        {locations.map(({ id, name, country }) => (
          <option key={id} value={id}>
            {[name ?? id, country].filter(Boolean).join(', ')}
          </option>
        ))}
      </Select>
      <Select
        label={t('cores')}
        value={prefill.dedicated ? 'dedicated' : 'shared'}
        onChange={({ target }) => change({ dedicated: target.value === 'dedicated' }, true)}
      >
        <option value="shared">{t('sharedCores')}</option>
        <option value="dedicated">{t('dedicatedCores')}</option>
      </Select>
      <Checkbox
        className="xl:pb-1.5"
        label={t('withAddress')}
        checked={prefill.address}
        onChange={({ target }) => change({ address: target.checked }, true)}
      />
      <Checkbox
        className="xl:pb-1.5"
        label={t('withBackup')}
        checked={prefill.backup}
        onChange={({ target }) => change({ backup: target.checked }, true)}
      />
    </div>
  );
}
