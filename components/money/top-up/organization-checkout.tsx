'use client';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { Checkout, NoMethods, type CheckoutProps } from './checkout';
import { organizationMethods } from './methods';

interface Props extends Pick<CheckoutProps, 'first' | 'fromInvoice'> {
  /** Why the server couldn't read the methods. */
  problem: Problem | null;
}

const lacking = { area: 'billing' } as const;

/** The least amount of the contract (A51), where the methods name none. */
const leastOfAll = 50_000;

/** The top-up of an organization. @param may whether the role may pay */
export function OrganizationCheckout({ problem, may, ...rest }: Props & { may: boolean }) {
  const t = useTranslations('top-up');
  const { org } = useGroup();
  const query = useBackendQuery('A49', {});
  const refusal = useRoleRefusal(may, lacking, t('noWrite'));
  const methods = organizationMethods(query.data?.data ?? []);
  const named = methods.flatMap(({ minimum }) => (minimum === null ? [] : [minimum]));
  const minimum = Math.max(leastOfAll, named.length === 0 ? 0 : Math.min(...named));
  return (
    <Checkout of={{ org }} {...{ minimum, refusal }} {...rest}>
      {(_, show) => (
        <Live {...{ query, problem }} failed={t('methodsFailed')} part>
          {() => (methods.length === 0 ? <NoMethods typed /> : show(methods, true))}
        </Live>
      )}
    </Checkout>
  );
}
