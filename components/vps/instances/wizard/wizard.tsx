'use client';
import { useTranslations } from 'use-intl';
import { ErrorState } from '@/components/ui/error-state';
import { TableSkeleton } from '@/components/ui/skeleton';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { defaults } from './values';
import { isPrefilled, locationOf, type Prefill } from './prefill';
import { WizardForm } from './wizard-form';

/** The form of a new instance. It appears when the reads that it starts with have answered. */
export function InstanceWizard({ prefill }: { prefill: Prefill }) {
  const t = useTranslations('instances');
  const locations = useBackendQuery('D75', {});
  const sizes = useBackendQuery('D01', {});
  const first = locationOf(locations.data?.data, prefill.location);
  const here = { enabled: first !== '' };
  const images = useBackendQuery('D74', { query: { location: first } }, here);
  const tiers = useBackendQuery('D76', { query: { location_id: first } }, here);
  const needed = [locations, sizes, images, tiers] as const;
  // A provider may offer no sizes. People then type the numbers.
  const sizeRows = sizes.error?.problem.code === 'not_offered' ? [] : sizes.data?.data;
  if (!locations.data || !sizeRows || !images.data || !tiers.data) {
    const failed = needed.find(
      (query) => query.error && !query.data && !(query === sizes && sizeRows),
    );
    if (!failed?.error) return <TableSkeleton label={t('wizard.loading')} />;
    const retry = () =>
      needed.filter(({ isError }) => isError).forEach((query) => void query.refetch());
    return (
      <ErrorState
        problem={failed.error.problem}
        what={
          failed.error.problem.code === 'not_offered'
            ? t('wizard.notOffered', {
                part: failed === locations ? 'locations' : failed === images ? 'images' : 'tiers',
              })
            : t('wizard.loadFailed')
        }
        onRetry={retry}
        retrying={failed.isFetching}
      />
    );
  }
  const known = {
    locations: locations.data.data,
    images: images.data.data,
    tiers: tiers.data.data,
    sizes: sizeRows,
  };
  return (
    <WizardForm
      start={defaults(known, prefill)}
      prefilled={isPrefilled(prefill)}
      locations={locations.data.data}
      sizes={sizeRows}
    />
  );
}
