'use client';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useAccount } from '@/lib/query/scope';
import { Checkout, NoMethods, type CheckoutProps } from './checkout';
import { methodsInput, methodsOfAccount } from './methods';

interface Props extends Pick<CheckoutProps, 'first' | 'fromInvoice'> {
  /** Why the server couldn't read the methods. */
  problem: Problem | null;
}

/** The top-up of a VPS account. */
export function AccountCheckout(props: Props) {
  const account = useAccount();
  const { problem, ...rest } = props;
  return (
    <Checkout of={{ account }} minimum={null} refusal={null} {...rest}>
      {(amount, show) => <AccountMethods {...{ amount, problem, show }} />}
    </Checkout>
  );
}

type Show = Parameters<CheckoutProps['children']>[1];

function AccountMethods({
  amount,
  problem,
  show,
}: {
  amount: number | null;
  problem: Problem | null;
  show: Show;
}) {
  const t = useTranslations('top-up');
  const query = useBackendQuery('D86', methodsInput(amount), { keep: true });
  return (
    <Live {...{ query, problem }} failed={t('methodsFailed')} noAccess={t('noBilling')} part>
      {(answer) => {
        const methods = methodsOfAccount(answer);
        if (methods.length === 0) return <NoMethods typed={amount !== null} />;
        return show(methods, amount !== null && !query.isPlaceholderData);
      }}
    </Live>
  );
}
