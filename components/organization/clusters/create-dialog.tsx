'use client';
import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/parts/forms/choice-field';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { Checkbox } from '@/components/ui/checkbox';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { withAddressField } from '@/lib/contract/address-field';
import { useGroup } from '@/lib/query/scope';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { clusters } from '@/lib/resources/awanio';
import { isSoldOut } from '../vms/catalogue';
import { AddressFields } from './address-fields';
import { aboutCluster, availableNodes } from './cluster';
import { NameField } from './name-field';
import { OrderPrice } from './order-price';
import { orderInput, plansFor, tagsFault, type ClusterOrder } from './order';
import { PlanField, VolumePlanField } from './plan-fields';
import { useBlame } from './use-blame';

const nothing: ClusterOrder = {
  name: '',
  version: '',
  pricing_uuid: '',
  pv_pricing_uuid: '',
  available: false,
  external: 'none',
  address: '',
  tags: '',
};

/** The Kubernetes versions, A62. */
function useVersions() {
  const t = useTranslations('clusters.create');
  const query = useBackendQuery('A62', {});
  const rows = (query.data?.data ?? []).map(({ uuid, name }) => ({ id: uuid, name: name ?? uuid }));
  return { query, rows, none: t('noVersions') };
}

/** What the dialog starts with and offers. */
export interface CreateClusterProps {
  /** The provider's field for a reserved address; null if none can be given to a cluster. */
  addressField: string | null;
  /** The uuid of the plan that it starts with. */
  plan?: string;
  /** Whether it starts with high availability. */
  highlyAvailable?: boolean;
}

/** The dialog that creates a cluster (A63), with its estimated price. */
export function CreateDialog({
  onClose,
  addressField,
  plan = '',
  highlyAvailable = false,
}: DialogProps<CreateClusterProps>) {
  const scope = useGroup();
  const t = useTranslations('clusters');
  const router = useRouter();
  const versions = useVersions();
  const prices = useBackendQuery('A34', {});
  const plans = plansFor('pods', prices.data?.data ?? []);
  const form = useDialogForm<'A63', ClusterOrder>('A63', {
    onClose,
    defaults: { ...nothing, pricing_uuid: plan, available: highlyAvailable },
    fieldNames: {
      enable_ha: 'available',
      with_external_ip: 'external',
      reserve_external_ip: 'external',
    },
    input: (order) => orderInput(scope, order),
    blame: useBlame(),
    about: ({ body: { name } }, made) => aboutCluster(scope, { uuid: made?.uuid ?? '', name }),
    done: (_, { name }) => t('create.done', { name }),
    after: ({ uuid }) => router.push(clusters.href(scope, uuid)),
  });
  // The equal `curl` names the address as the provider does.
  const request = form.request && {
    ...form.request,
    input: (values: ClusterOrder) => withAddressField(orderInput(scope, values), addressField),
  };
  const order = useWatch({ control: form.form.control }) as ClusterOrder;
  const none = prices.data && plans.every(isSoldOut) ? t('create.noPlans') : null;
  return (
    <FormDialog
      form={{ ...form, request }}
      onClose={onClose}
      title={t('create.label')}
      submit={t('create.label')}
      reason={none}
      size="md"
    >
      <NameField form={form} />
      <ChoiceField form={form} name="version" choice={versions} label={t('version')} />
      <PlanField
        {...{ plans, none }}
        query={prices}
        field={form.field('pricing_uuid', { required: true })}
      />
      <Checkbox
        label={t('availability.label')}
        hint={t('create.availableText', { nodes: availableNodes })}
        {...form.field('available')}
      />
      <VolumePlanField
        plans={plansFor('volume', prices.data?.data ?? [])}
        field={form.field('pv_pricing_uuid')}
      />
      <AddressFields form={form} external={order.external} reuses={addressField !== null} />
      <TextField
        label={t('tags')}
        hint={t('create.tagsHint')}
        optional={t('optional')}
        {...form.field('tags', { check: tagsFault })}
      />
      <OrderPrice order={order} prices={prices.data?.data ?? []} />
    </FormDialog>
  );
}
