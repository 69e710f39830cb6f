'use client';
import { useTranslations } from 'use-intl';
import type { Wish } from '@/components/vps/instances/wizard/wish';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import type { Row } from '@/lib/contract/types';
import type { PricesState } from './use-prices-state';

/** For what the prices of the page are: where, with which cores, with what else. */
export function CompareBar({
  locations,
  location,
  wish,
  change,
}: {
  locations: readonly Row<'D75'>[];
  /** Id of the one that is shown. */
  location: string;
  wish: Wish;
  change: PricesState['change'];
}) {
  const t = useTranslations('prices');
  const m = useTranslations('machines');
  return (
    <div className="border-line bg-surface grid items-end gap-x-6 gap-y-3 rounded-md border p-4 sm:grid-cols-2 lg:grid-cols-[14rem_14rem_auto_1fr]">
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
        value={wish.dedicated ? 'dedicated' : 'shared'}
        onChange={({ target }) => change({ dedicated: target.value === 'dedicated' }, true)}
      >
        <option value="shared">{t('sharedCores')}</option>
        <option value="dedicated">{t('dedicatedCores')}</option>
      </Select>
      <Checkbox
        className="lg:pb-1.5"
        label={t('withAddress')}
        checked={wish.address}
        onChange={({ target }) => change({ address: target.checked }, true)}
      />
      <Checkbox
        className="lg:pb-1.5"
        label={t('withBackup')}
        checked={wish.backup}
        onChange={({ target }) => change({ backup: target.checked }, true)}
      />
    </div>
  );
}
