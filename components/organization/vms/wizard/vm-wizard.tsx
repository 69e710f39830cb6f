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
import { findMade } from '../find-made';
import { groupParams } from '../group';
import { PortalLink } from '../portal-link';
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
  /** Uuid of the organization that pays, also where the machine stands in a project. */
  organization: string;
  images: readonly Grouped<ImageChoice>[];
  plans: readonly Grouped<PlanChoice>[];
  /** What the form starts from. */
  start: VmValues;
  /** Rupiah an hour of an external address; null where it isn't known. */
  addressPrice: number | null;
  balance: Balance;
  rate: OrganizationRate;
}

/** The form's state, its call and where it leads. `made` stays true until the page has changed. */
function useVmForm({ organization, start }: VmWizardProps) {
  const scope = useGroup();
  const t = useTranslations('vms.wizard');
  const router = useRouter();
  const params = groupParams(scope);
  const [secret, setSecret] = useState<VmValues['method']>(start.method);
  const [made, setMade] = useState(false);
  const shell = useBackendForm<'A24', VmValues>('A24', {
    defaults: start,
    fieldNames: fieldNames(secret),
    input: (values) => vmInput(values, params, organization),
    draft: `vm-new:${params.uuid}`,
    secrets: ['password'],
    // The provider says it of the whole order; it is that field's.
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
      setMade(true);
      const uuid = vm?.uuid ?? (await findMade(params, hostname));
      if (uuid !== null) return router.push(paths.vm(scope, uuid));
      toast({ tone: 'good', title: t('ordered'), text: t('orderedText') });
      router.push(paths.vms(scope));
    },
  });
  const values = useWatch({ control: shell.form.control }) as VmValues;
  if (values.method !== secret) setSecret(values.method);
  return { shell, values, made };
}

/** Creates a virtual machine: image, plan, network, access, and what it costs, on one page. */
export function VmWizard(props: VmWizardProps) {
  const scope = useGroup();
  const { organization, images, plans, addressPrice, balance, rate } = props;
  const { shell, values, made } = useVmForm(props);
  const image = findChoice(images, values.image);
  const plan = findChoice(plans, values.plan);
  const fit = usePlanFit(shell, { images, plans });
  const submit = (event: FormEvent) => {
    if (!made) return shell.onSubmit(event);
    event.preventDefault();
  };
  return (
    <form
      noValidate
      method="post" // never in the URL, whatever happens
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
              unpicked={plan ? null : fit.unpicked}
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
            <Order shell={shell} busy={shell.pending || made} />
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
      <LeaveGuard active={shell.dirty && !made} />
    </form>
  );
}

/** The last word before money is spent, and the button. */
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
  /** Why the chosen plan was taken back, in words. */
  unpicked: string | null;
}

function usePlanFit(
  { form, field }: Pick<BackendForm<VmValues>, 'form' | 'field'>,
  { images, plans }: Offers,
): PlanFit {
  const t = useTranslations('vms.wizard');
  const locale = useLocale();
  const reasonOf = usePlanReason();
  const [unpicked, setUnpicked] = useState<string | null>(null);
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
    if (fits(plan, image)) return setUnpicked(null);
    form.setValue('plan', '', { shouldDirty: true });
    const size = gigabytes(image.minDisk, locale);
    setUnpicked(t('planDeselected', { plan: plan.name, image: image.name, size }));
  };
  return { imageField: { ...imageField, onChange: chooseImage }, planField, unpicked };
}
