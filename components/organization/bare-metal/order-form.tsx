'use client';
import { useRouter } from 'next/navigation';
import { useState, type ComponentProps } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { useDraft } from '@/components/parts/forms/use-draft';
import { useProblemForm, type ProblemForm } from '@/components/parts/forms/use-problem-form';
import { OrderLayout } from '@/components/parts/machines/order/order-layout';
import { toast } from '@/components/ui/toast';
import type { AnyInput } from '@/lib/query/url';
import { request } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { baremetals } from '@/lib/resources/awanio';
import type { ChangeSubject } from '@/lib/resources/resource';
import type { ImageChoice } from '../vms/catalogue';
import { groupParams } from '../vms/group';
import { obstacleOf } from '../vms/refusal';
import { passwordMark } from '../vms/values';
import { AccessSection } from '../vms/wizard/access-section';
import { focusPlans } from '../vms/wizard/use-corrections';
import { OrderPrice } from './order-price';
import { OrderResult } from './order-result';
import { AddressSection, PackageSection, SystemSection } from './order-sections';
import { metalFieldNames, metalInput, startOf, type MetalValues } from './order-values';
import { orderMachines, type Outcome } from './order-machines';
import type { Package } from './packages';

export interface OrderFormProps {
  /** Uuid of the organization that pays, also for machines of a project. */
  organization: string;
  packages: readonly Package[];
  images: readonly ImageChoice[];
  /** Rupiah an hour of an external address; null if it isn't known. */
  addressPrice: number | null;
  /** The provider's id of signing in with an SSH key; null if keys can't be used. */
  keyId: number | null;
}

type AccessShell = ComponentProps<typeof AccessSection>['shell'];

/**
 * The form as the section of a virtual machine's wizard takes it, which uses only fields that both forms have. The type
 * of a form names all of its fields, so it doesn't fit one with more.
 */
const ofAccess = (shell: Pick<ProblemForm<MetalValues>, 'form' | 'field'>): AccessShell =>
  shell as unknown as AccessShell;

/** An order of which not all is known to be made. */
interface Told {
  outcome: Outcome;
  count: number;
}

/** The packages, and what marks one as sold out when an order tells it. */
function useStock(given: readonly Package[]) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const packages = given.map((each) => ({
    ...each,
    soldOut: each.soldOut || gone.has(each.machineName),
  }));
  return { packages, sellOut: (plan: string) => setGone((before) => new Set([...before, plan])) };
}

/** The form's state and its order. `told` is set where the person must read what came of it. */
function useOrder({ organization, packages: given, images, keyId }: OrderFormProps) {
  const scope = useGroup();
  const t = useTranslations('bare-metal.order');
  const router = useRouter();
  const change = useBackendChange();
  const [told, setTold] = useState<Told | null>(null);
  const [ordered, setOrdered] = useState(false);
  const { packages, sellOut } = useStock(given);
  const params = groupParams(scope);
  const about = ({ title, count }: MetalValues): ChangeSubject => {
    const name = count > 1 ? `${count} × ${title}` : title;
    return { kind: 'baremetal', id: '', name, href: baremetals.page(scope) };
  };
  const input = (values: MetalValues) => metalInput(values, { params, organization, keyId });
  const shell = useProblemForm<MetalValues>({
    defaults: startOf(packages, images),
    fieldNames: metalFieldNames,
    request: {
      of: 'A27',
      input: (values) => input(values) as AnyInput,
      secrets: ['authentication_type.value'],
    },
    // The provider reports it for the whole order, but it is about the hardware.
    blame: (problem) => (obstacleOf(problem) === 'plan' ? { plan: [t('sellsOut')] } : undefined),
    onRefused: (problem, { plan }, { setValue }) => {
      if (obstacleOf(problem) !== 'plan') return;
      sellOut(plan);
      setValue('plan', '', { shouldDirty: true });
      focusPlans(plan);
    },
    submit: async (values) => {
      const order = input(values);
      const outcome = await orderMachines(order, {
        send: () => change('A27', order, about(values)),
        list: (page) => request('A28', page === 1 ? { params } : { params, query: { page } }),
      });
      draft.done();
      setOrdered(true);
      const { count } = values;
      const { made } = outcome;
      if (!made || made.length < count) return setTold({ outcome, count });
      toast({ tone: 'good', title: t('done', { count }) });
      const [only] = made;
      router.push(count === 1 && only ? baremetals.href(scope, only.uuid) : baremetals.page(scope));
    },
  });
  const draft = useDraft(shell.form, `metal-new:${params.uuid}`, ['password']);
  const values = useWatch({ control: shell.form.control }) as MetalValues;
  const password = values.password === '' ? '' : passwordMark;
  const chosen = packages.find(({ machineName }) => machineName === values.plan);
  const known = { packages, chosen };
  return {
    shell,
    draft,
    values,
    known,
    told,
    ordered,
    shown: input({ ...shell.canonical(values), password }),
  };
}

/** Orders equal bare-metal machines: package, period, system, access, and what is paid at once. */
export function OrderForm(props: OrderFormProps) {
  const t = useTranslations('bare-metal.order');
  const { images, addressPrice, keyId } = props;
  const { shell, draft, values, known, told, ordered, shown } = useOrder(props);
  if (told) return <OrderResult {...told} />;
  return (
    <OrderLayout
      shell={{ ...shell, draft, dirty: shell.form.formState.isDirty && !shell.pending }}
      ordered={ordered}
      summary={<OrderPrice {...{ values, addressPrice }} chosen={known.chosen} />}
      submit={t('submit')}
      submitting={t('submitting')}
    >
      <PackageSection {...{ shell, ...known }} />
      <SystemSection {...{ shell, images }} />
      <AddressSection shell={shell} price={addressPrice} />
      <AccessSection {...{ values }} shell={ofAccess(shell)} keys={keyId !== null} />
      <RequestPanel of="A27" input={shown} />
    </OrderLayout>
  );
}
