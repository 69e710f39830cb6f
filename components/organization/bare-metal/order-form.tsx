'use client';
import { useRouter } from 'next/navigation';
import { useState, type ComponentProps, type FormEvent } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FormProblem } from '@/components/parts/forms/form-problem';
import { keepEnter } from '@/components/parts/forms/keep-enter';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { useProblemForm, type ProblemForm } from '@/components/parts/forms/use-problem-form';
import { LiveFields } from '@/components/parts/machines/live-fields';
import { Button } from '@/components/ui/button';
import { OfflineNote } from '@/components/ui/offline-note';
import { toast } from '@/components/ui/toast';
import type { AnyInput } from '@/lib/query/url';
import { request } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { baremetals } from '@/lib/resources/awanio';
import type { ImageChoice } from '../vms/catalogue';
import { groupParams } from '../vms/group';
import { passwordMark } from '../vms/values';
import { AccessSection } from '../vms/wizard/access-section';
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

/** The form's state and its order. `told` is set where the person must read what came of it. */
function useOrder({ organization, packages, images, keyId }: OrderFormProps) {
  const scope = useGroup();
  const t = useTranslations('bare-metal.order');
  const router = useRouter();
  const change = useBackendChange();
  const [told, setTold] = useState<Told | null>(null);
  const [ordered, setOrdered] = useState(false);
  const params = groupParams(scope);
  const input = (values: MetalValues) => metalInput(values, { params, organization, keyId });
  const shell = useProblemForm<MetalValues>({
    defaults: startOf(packages, images),
    fieldNames: metalFieldNames,
    request: {
      of: 'A27',
      input: (values) => input(values) as AnyInput,
      secrets: ['authentication_type.value'],
    },
    submit: async (values) => {
      const order = input(values);
      const outcome = await orderMachines(order, {
        send: () => change('A27', order),
        list: () => request('A28', { params }),
      });
      setOrdered(true);
      const { count } = values;
      const { made } = outcome;
      if (!made || made.length < count) return setTold({ outcome, count });
      toast({ tone: 'good', title: t('done', { count }) });
      const [only] = made;
      router.push(count === 1 && only ? baremetals.href(scope, only.uuid) : baremetals.page(scope));
    },
  });
  const values = useWatch({ control: shell.form.control }) as MetalValues;
  const password = values.password === '' ? '' : passwordMark;
  return { shell, values, told, ordered, shown: input({ ...shell.canonical(values), password }) };
}

/** Orders equal bare-metal machines: package, period, system, access, and what is paid at once. */
export function OrderForm(props: OrderFormProps) {
  const { packages, images, addressPrice, keyId } = props;
  const { shell, values, told, ordered, shown } = useOrder(props);
  if (told) return <OrderResult {...told} />;
  const submit = (event: FormEvent) => {
    if (!ordered) return shell.onSubmit(event);
    event.preventDefault(); // the page of what was ordered is on its way
  };
  const chosen = packages.find(({ machineName }) => machineName === values.plan);
  return (
    <form
      noValidate
      method="post" // so that the values never reach the URL, even without JavaScript
      onSubmit={submit}
      onKeyDown={keepEnter}
      className="flex flex-col gap-4"
    >
      <LiveFields>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <PackageSection {...{ shell, packages, chosen }} />
            <SystemSection {...{ shell, images }} />
            <AddressSection shell={shell} price={addressPrice} />
            <AccessSection {...{ values }} shell={ofAccess(shell)} keys={keyId !== null} />
          </div>
          <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-16">
            <OrderPrice {...{ values, chosen, addressPrice }} />
            <Send {...{ shell }} busy={shell.pending || ordered} />
          </div>
        </div>
        <RequestPanel of="A27" input={shown} />
      </LiveFields>
      <LeaveGuard active={shell.form.formState.isDirty && !shell.pending && !ordered} />
    </form>
  );
}

function Send({ shell, busy }: { shell: ReturnType<typeof useOrder>['shell']; busy: boolean }) {
  const t = useTranslations('bare-metal.order');
  return (
    <>
      <FormProblem problem={shell.problem} loose={shell.loose} />
      <OfflineNote />
      <Button type="submit" variant="primary" loading={busy} className="w-full">
        {t('submit')}
      </Button>
      <p role="status" className="sr-only">
        {busy ? t('submitting') : ''}
      </p>
    </>
  );
}
