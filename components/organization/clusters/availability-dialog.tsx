'use client';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import type { DialogProps } from '@/components/ui/dialog-props';
import { pricePerMonth } from '@/lib/format';
import { changeOf } from '@/lib/pricing';
import { useGroup } from '@/lib/query/scope';
import { clusters } from '@/lib/resources/awanio';
import { OrganizationBalance } from '../balance/organization-balance';
import {
  aboutCluster,
  clusterParams,
  costOf,
  isHighlyAvailable,
  nodesOf,
  plansOf,
  type Cluster,
} from './cluster';
import { usePriceLines } from './price-lines';

/** The dialog that turns a cluster's high availability on or off, A66, with the estimated price after it. */
export function AvailabilityDialog({ cluster, onClose }: DialogProps<{ cluster: Cluster }>) {
  const scope = useGroup();
  const t = useTranslations('clusters.availability');
  const locale = useLocale();
  const lines = usePriceLines();
  const name = clusters.name(cluster);
  const on = !isHighlyAvailable(cluster);
  const plans = plansOf(cluster);
  const now = costOf(plans, cluster.replica);
  const then = costOf(plans, nodesOf(on));
  const form = useDialogForm('A66', {
    onClose,
    defaults: {},
    input: () => ({ params: clusterParams(scope, cluster.uuid), body: { enable_ha: on } }),
    about: () => aboutCluster(scope, cluster),
    done: () => t(on ? 'doneOn' : 'doneOff', { name }),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t(on ? 'titleOn' : 'titleOff', { name })}
      submit={t(on ? 'on' : 'off')}
      danger={!on}
    >
      <p>{t(on ? 'textOn' : 'textOff', { nodes: nodesOf(on) })}</p>
      <PriceSummary lines={lines(cluster, nodesOf(on))} {...then} estimate>
        <p className="text-faint text-sm">
          {t('now', { price: pricePerMonth(now.perMonth, locale) })}
        </p>
        <OrganizationBalance added={changeOf(then.perHour, now.perHour)} />
      </PriceSummary>
    </FormDialog>
  );
}
