'use client';
import { useRouter } from 'next/navigation';
import { useState, type FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslations, useLocale } from 'use-intl';
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
import { paths } from '@/lib/paths';
import { findChoice, type Grouped, type ImageChoice, type PlanChoice, fits } from '../catalogue';
import { findCreated } from '../find-created';
import { groupParams } from '../group';
import { PortalLink } from '../../portal-link';
import { fieldNames, passwordMark, vmInput, type VmValues } from '../values';
import { AccessSection } from './access-section';
import { useGroup } from '@/lib/query/scope';
import { ImageSection } from './image-section';
import { NetworkSection } from './network-section';
import { PlanSection, usePlanReason } from './plan-section';
import { Review, type Balance, type OrganizationRate } from './review';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { gigabytes } from '@/lib/format';

export interface VmWizardProps {
  /** Uuid of the organization that pays, also for a machine of a project. */
  organization: string;
  images: readonly Grouped<ImageChoice>[];
  plans: readonly Grouped<PlanChoice>[];
  /** The first values of the form. */
  start: VmValues;
  /** Rupiah an hour of an external address; null if it isn't known. */
  addressPrice: number | null;
  balance: Balance;
  rate: OrganizationRate;
}

/** The form's state, its call, and the page it opens. `created` stays true until that page is shown. */
function useVmForm({ organization, start }: VmWizardProps) {
  const scope = useGroup();
  const t = useTranslations('vms.wizard');
  const router = useRouter();
  const params = groupParams(scope);
  const [secret, setSecret] = useState<VmValues['method']>(start.method);
  const [created, setCreated] = useState(false);
  const shell = useBackendForm<'A24', VmValues>('A24', {
    defaults: start,
    fieldNames: fieldNames(secret),
    input: (values) => vmInput(values, params, organization),
    draft: `vm-new:${params.uuid}`,
    secrets: ['password'],
    // The provider reports this conflict for the whole order, but it is about the hostname.
    blame: ({ code, backendMessage }) =>
      code === 'conflict' && /host\s?name/i.test(backendMessage ?? '')
        ? { hostname: [t('hostnameTaken')] }
        : undefined,
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
  return { shell, values, created };
}

/** Creates a virtual machine: image, plan, network, access, and what it costs, on one page. */
export function VmWizard(props: VmWizardProps) {
  const scope = useGroup();
  const { organization, images, plans, addressPrice, balance, rate } = props;
  const { shell, values, created } = useVmForm(props);
  const image = findChoice(images, values.image);
  const plan = findChoice(plans, values.plan);
  const fit = usePlanFit(shell, { images, plans });
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
            <ImageSection groups={images} field={fit.imageField} />
            <PlanSection
              groups={plans}
              image={image}
              whyCleared={plan ? null : fit.whyCleared}
              field={fit.planField}
            />
            <NetworkSection
              price={addressPrice}
              wanted={values.external === 'new'}
              external={shell.field('external')}
              reserve={shell.field('reserve')}
            />
            <AccessSection shell={shell} values={values} />
          </div>
          <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-16">
            <Review {...{ values, image, plan, addressPrice, balance, rate }} />
            <Order shell={shell} busy={shell.pending || created} />
          </div>
        </div>
        <RequestPanel
          of="A24"
          input={vmInput(
            { ...shell.canonical(values), password: values.password === '' ? '' : passwordMark },
            groupParams(scope),
            organization,
          )}
        />
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
      <p className="text-muted text-sm">
        {t('portal.short')} <PortalLink />
      </p>
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

interface Offers {
  images: readonly Grouped<ImageChoice>[];
  plans: readonly Grouped<PlanChoice>[];
}

interface PlanFit {
  imageField: FieldProps;
  planField: FieldProps;
  /** Why the plan was cleared after the person had chosen it, in words. */
  whyCleared: string | null;
}

/** The fields of image and plan. Clears the plan if the person then chooses an image that doesn't fit on it. */
function usePlanFit(
  { form, field }: Pick<BackendForm<VmValues>, 'form' | 'field'>,
  { images, plans }: Offers,
): PlanFit {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  const reasonOf = usePlanReason();
  const [whyCleared, setWhyCleared] = useState<string | null>(null);
  const imageField = field('image', { required: true });
  const planField = field('plan', {
    required: true,
    check: (uuid) => {
      const plan = findChoice(plans, uuid);
      return plan ? reasonOf(plan, findChoice(images, form.getValues('image'))) : null;
    },
  });
  const chooseImage: FieldProps['onChange'] = async (event) => {
    await imageField.onChange(event);
    const image = findChoice(images, form.getValues('image'));
    const plan = findChoice(plans, form.getValues('plan'));
    if (!image || !plan) return;
    if (fits(plan, image)) return setWhyCleared(null);
    form.setValue('plan', '', { shouldDirty: true });
    const size = gigabytes(image.minDisk, locale);
    setWhyCleared(t('planDeselected', { plan: plan.name, image: image.name, size }));
  };
  return { imageField: { ...imageField, onChange: chooseImage }, planField, whyCleared };
}
