'use client';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { DraftNote } from '@/components/parts/forms/draft-note';
import { keepEnter } from '@/components/parts/forms/keep-enter';
import { FormProblem } from '@/components/parts/forms/form-problem';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { useBackendForm, type BackendForm } from '@/components/parts/forms/use-backend-form';
import { LiveFields } from '@/components/parts/machines/live-fields';
import { Button } from '@/components/ui/button';
import { OfflineNote } from '@/components/ui/offline-note';
import { toast } from '@/components/ui/toast';
import { withAddressField } from '@/lib/contract/address-field';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useAddressChoice } from '../../addresses/use-address-choice';
import type { Balance } from '../balance';
import { findChoice, type Grouped, type ImageChoice, type PlanChoice } from '../catalogue';
import { findCreated } from '../find-created';
import { groupParams } from '../group';
import type { Start } from '../prefill';
import { obstacleOf } from '../refusal';
import { fieldNames, passwordMark, vmInput, type OrderTerms, type VmValues } from '../values';
import { AccessSection } from './access-section';
import { useGroup } from '@/lib/query/scope';
import { ImageSection } from './image-section';
import { NetworkSection } from './network-section';
import { PlanSection } from './plan-section';
import { Review, type OrganizationRate } from './review';
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

/** The form's state, its call, and the page it opens. `created` stays true until that page is shown. */
function useVmForm({ organization, start, terms }: VmWizardProps, onRefused: Corrections['learn']) {
  const scope = useGroup();
  const t = useTranslations('vms.wizard');
  const router = useRouter();
  const params = groupParams(scope);
  const order = { params, organization, keyId: terms.keyId };
  const [secret, setSecret] = useState<VmValues['method']>(start.values.method);
  const [created, setCreated] = useState(false);
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
    onDone: async (vm, { hostname }) => {
      setCreated(true);
      const uuid = vm?.uuid ?? (await findCreated(params, hostname));
      if (uuid !== null) return router.push(paths.vm(scope, uuid));
      toast({ tone: 'good', title: t('ordered'), text: t('orderedText') });
      router.push(paths.vms(scope));
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
  return { shell, values, created, shown };
}

/** Creates a virtual machine: image, plan, network, access, and what it costs, on one page. */
export function VmWizard(props: VmWizardProps) {
  const t = useTranslations('vms.wizard');
  const { organization, images, addressPrice, rate, terms } = props;
  const { plans, balance, taken, whyCleared, setWhyCleared, learn } = useCorrections(
    props,
    organization,
  );
  const { shell, values, created, shown } = useVmForm(props, learn);
  const { imageField, planField } = usePlanFit(shell, { images, plans, setWhyCleared });
  const existing = values.external === 'existing' && terms.addressField !== null;
  const addresses = useAddressChoice(organization, existing, taken, {
    none: t('addressNone'),
    taken: t('addressTaken'),
  });
  const image = findChoice(images, values.image);
  const chosen = findChoice(plans, values.plan);
  const plan = chosen?.soldOut ? undefined : chosen; // a draft may hold one that is sold out
  const submit = (event: FormEvent) => {
    if (!created) return shell.onSubmit(event);
    event.preventDefault();
  };
  return (
    <form
      noValidate
      method="post" // so that the values never reach the URL, even without JavaScript
      onSubmit={submit}
      onKeyDown={keepEnter}
      className="flex flex-col gap-4"
    >
      <LiveFields>
        <DraftNote draft={shell.draft} />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <ImageSection groups={images} field={imageField} />
            <PlanSection
              groups={plans}
              image={image}
              whyCleared={plan ? null : whyCleared}
              field={planField}
            />
            <NetworkSection {...{ shell, values, terms, addresses }} price={addressPrice} />
            <AccessSection {...{ shell, values }} keys={terms.keyId !== null} />
          </div>
          <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-16">
            <Review {...{ values, image, plan, addressPrice, balance, rate }} />
            <Order shell={shell} busy={shell.pending || created} />
          </div>
        </div>
        <RequestPanel of="A24" input={shown} />
      </LiveFields>
      <LeaveGuard active={shell.dirty && !created} />
    </form>
  );
}

/** The notice before money is spent, and the button that orders. */
function Order({ shell, busy }: { shell: BackendForm<VmValues>; busy: boolean }) {
  const t = useTranslations('vms');
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-sm">{t('portal.short')}</p>
      <FormProblem problem={shell.problem} loose={shell.loose} />
      <OfflineNote />
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        {t('wizard.submit')}
      </Button>
      <p role="status" className="sr-only">
        {busy ? t('wizard.submitting') : ''}
      </p>
    </div>
  );
}
