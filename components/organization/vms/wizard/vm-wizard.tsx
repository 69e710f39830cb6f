'use client';
import { useRouter } from 'next/navigation';
import { Suspense, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { useBackendForm } from '@/components/parts/forms/use-backend-form';
import { noteCreated, type Created } from '@/components/parts/machines/created/created';
import { OrderLayout } from '@/components/parts/machines/order/order-layout';
import { lazyNamed } from '@/components/ui/lazy-named';
import { withAddressField } from '@/lib/contract/address-field';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { keyName, readPublicKey } from '@/lib/ssh/public-key';
import { useAddressChoice } from '../../addresses/use-address-choice';
import type { Balance } from '../balance';
import { findChoice, type Grouped, type ImageChoice, type PlanChoice } from '../catalogue';
import { findCreated } from '../find-created';
import { groupParams } from '../group';
import type { Start } from '../prefill';
import { obstacleOf } from '../refusal';
import {
  fieldNames,
  keyIdOf,
  passwordMark,
  vmInput,
  type OrderTerms,
  type VmValues,
} from '../values';
import { AccessSection } from './access-section';
import { useGroup } from '@/lib/query/scope';
import { ImageSection } from './image-section';
import { NetworkSection } from './network-section';
import { PlanSection } from './plan-section';
import { costOf, Review, type OrganizationRate } from './review';
import { useCorrections, type Corrections } from './use-corrections';
import { usePlanFit } from './use-plan-fit';

export interface VmWizardProps {
  /** Uuid of the organization that pays, also for a machine of a project. */
  organization: string;
  images: readonly Grouped<ImageChoice>[];
  plans: readonly Grouped<PlanChoice>[];
  start: Start;
  terms: OrderTerms;
  /** Rupiah an hour of an external address; null if it isn't known. */
  addressPrice: number | null;
  balance: Balance;
  rate: OrganizationRate;
}

const UnnamedMachine = lazyNamed(
  () => import('@/components/parts/machines/created/unnamed-machine'),
  'UnnamedMachine',
);

/** An order that was accepted. */
interface Ordered {
  hostname: string;
  /** How to get into its machine. */
  access: Created;
  /** Whether nobody has named its machine yet. */
  unnamed: boolean;
}

/** What a key is called: its comment, or its type. */
function keyLabel(text: string): string {
  const { key } = readPublicKey(text);
  return key ? key.comment || keyName(key) : '';
}

/** How the person will get into the machine that these values order. */
function accessOf(
  { username, password, key, external }: VmValues,
  { byKey, generated }: { byKey: boolean; generated: string | null },
): Created {
  return {
    user: username,
    password: !byKey && password === generated ? password : null,
    keys: byKey ? [keyLabel(key)] : [],
    address: external !== 'none',
  };
}

/** The form's state, its call, and the page it opens. `created` is kept until that page is shown. */
function useVmForm({ organization, start, terms }: VmWizardProps, onRefused: Corrections['learn']) {
  const scope = useGroup();
  const t = useTranslations('vms.wizard');
  const router = useRouter();
  const params = groupParams(scope);
  const order = { params, organization, keyId: terms.keyId };
  const [secret, setSecret] = useState<VmValues['method']>(start.values.method);
  const [generated, onGenerated] = useState<string | null>(null);
  const [created, setCreated] = useState<Ordered | null>(null);
  const shell = useBackendForm<'A24', VmValues>('A24', {
    defaults: start.values,
    given: start.given,
    fieldNames: fieldNames(secret),
    input: (values) => vmInput(values, order),
    draft: `vm-new:${params.uuid}`,
    secrets: ['password'],
    // The provider reports these for the whole order, but each is about one field.
    blame: (problem): Problem['fields'] => {
      const obstacle = obstacleOf(problem);
      if (obstacle === 'hostname') return { hostname: [t('hostnameTaken')] };
      if (obstacle === 'address') return { address: [t('addressGone')] };
      return obstacle === 'plan' ? { plan: [t('choosePlan')] } : undefined;
    },
    onRefused,
    about: ({ body }, vm) => ({
      kind: 'vm',
      id: vm?.uuid ?? '',
      name: body.hostname,
      href: vm?.uuid ? paths.vm(scope, vm.uuid) : paths.vms(scope),
      within: { ...params },
    }),
    onDone: async (vm, sent) => {
      const { hostname } = sent;
      const access = accessOf(sent, { byKey: keyIdOf(sent, terms.keyId) !== null, generated });
      setCreated({ hostname, access, unnamed: false });
      const uuid = vm?.uuid ?? (await findCreated(params, hostname));
      if (uuid === null) return setCreated({ hostname, access, unnamed: true });
      noteCreated(uuid, access);
      router.push(paths.vm(scope, uuid));
    },
  });
  const values = useWatch({ control: shell.form.control }) as VmValues;
  if (values.method !== secret) setSecret(values.method);
  const password = values.password === '' ? '' : passwordMark;
  /** The order as the equal `curl` shows it, under the provider's own name of the address's field. */
  const shown = withAddressField(
    vmInput({ ...shell.canonical(values), password }, order),
    terms.addressField,
  );
  return { shell, values, created, shown, onGenerated };
}

/** Creates a virtual machine: image, plan, network, access, and what it costs, on one page. */
export function VmWizard(props: VmWizardProps) {
  const t = useTranslations('vms.wizard');
  const v = useTranslations('vms');
  const { organization, images, addressPrice, rate, terms } = props;
  const { plans, balance, taken, whyCleared, setWhyCleared, learn } = useCorrections(
    props,
    organization,
  );
  const { shell, values, created, shown, onGenerated } = useVmForm(props, learn);
  const { chooseImage, imageField, planField } = usePlanFit(shell, {
    images,
    plans,
    setWhyCleared,
  });
  const existing = values.external === 'existing' && terms.addressField !== null;
  const addresses = useAddressChoice(organization, existing, taken, {
    none: t('addressNone'),
    taken: t('addressTaken'),
  });
  const image = findChoice(images, values.image);
  const chosen = findChoice(plans, values.plan);
  const plan = chosen?.soldOut ? undefined : chosen; // a draft may hold one that is sold out
  if (created?.unnamed) return <Unnamed {...created} />;
  return (
    <OrderLayout
      shell={shell}
      ordered={created !== null}
      summary={
        <Review
          {...{ values, image, plan, addressPrice, balance, rate }}
          keys={terms.keyId !== null}
        />
      }
      {...costOf(values, plan, addressPrice)}
      notice={<p className="text-muted text-sm">{v('portal.short')}</p>}
      submit={t('submit')}
      submitting={t('submitting')}
    >
      <ImageSection
        groups={images}
        value={values.image}
        onChoose={chooseImage}
        error={imageField.error}
      />
      <PlanSection
        groups={plans}
        image={image}
        whyCleared={plan ? null : whyCleared}
        field={planField}
      />
      <NetworkSection {...{ shell, values, terms, addresses }} price={addressPrice} />
      <AccessSection {...{ shell, values, onGenerated }} keys={terms.keyId !== null} />
      <RequestPanel of="A24" input={shown} />
    </OrderLayout>
  );
}

/** Looks for the machine of an order whose answer named none. */
function Unnamed({ hostname, access }: Ordered) {
  const scope = useGroup();
  const router = useRouter();
  const onFound = (uuid: string) => {
    noteCreated(uuid, access);
    router.push(paths.vm(scope, uuid));
  };
  return (
    <Suspense>
      <UnnamedMachine
        created={access}
        find={() => findCreated(groupParams(scope), hostname)}
        onFound={onFound}
        list={paths.vms(scope)}
      />
    </Suspense>
  );
}
