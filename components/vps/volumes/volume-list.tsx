'use client';
import { useLocale, useTranslations } from 'use-intl';
import { useMachines } from '@/components/vps/instances/use-machines';
import { AccountList, AccountTable } from '@/components/parts/tables/account-list';
import { Callout } from '@/components/ui/callout';
import type { Result } from '@/lib/contract/types';
import { pricePerMonth } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { volumes } from '@/lib/resources/vps';
import { useVolumeActions } from './actions';
import { useVolumeColumns, useVolumeFilters } from './columns';
import { unusedOf, volumesInput, volumesPace, type Volume } from './volume';
import { createButton } from '@/components/parts/actions/create-button';
import { lazyNamed } from '@/components/ui/lazy-named';

const list = { of: volumes, words: 'volumes' } as const;

/** The list of an account's volumes. @param problem of the server's read, shown until the browser has read for itself */
export function VolumeList({ problem }: { problem: Problem | null }) {
  return (
    <AccountList {...list} problem={problem} input={volumesInput} poll={volumesPace}>
      {(answer) => <Rows answer={answer} />}
    </AccountList>
  );
}

function Rows({ answer: { data, page } }: { answer: Result<'D64'> }) {
  // D64 can neither search nor sort. When the list has only one page, the browser does both.
  const paged = (page?.last_page ?? 1) > 1;
  const { why } = useMachines();
  return (
    <>
      <UnusedNote rows={data} paged={paged} />
      <AccountTable
        {...list}
        rows={data}
        columns={useVolumeColumns(!paged)}
        actions={useVolumeActions(why)}
        server={paged && volumesInput}
        page={page}
        filters={useVolumeFilters(data)}
        create={<CreateVolume />}
      />
    </>
  );
}

/** Warns that the account pays for volumes that no machine uses. */
function UnusedNote({ rows, paged }: { rows: readonly Volume[]; paged: boolean }) {
  const t = useTranslations('volumes');
  const locale = useLocale();
  const { count, perMonth } = unusedOf(rows);
  if (count === 0) return null;
  const price = perMonth === null ? t('unknownPrice') : pricePerMonth(perMonth, locale);
  return (
    <div className="mb-3">
      <Callout tone="warn">
        {paged ? t('unusedCostOnPage', { count, price }) : t('unusedCost', { count, price })}
      </Callout>
    </div>
  );
}

/** The button that opens the dialog to order a volume. */
export const CreateVolume = createButton(
  'volumes.create.label',
  'write_instance',
  lazyNamed(() => import('./create-dialog'), 'CreateDialog'),
);
