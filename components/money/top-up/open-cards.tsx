'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { Notice } from '@/components/parts/shell/notice';
import { useRefused } from '@/components/parts/shell/use-refused';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Instant } from '@/components/ui/instant';
import { rupiah } from '@/lib/format';
import { IntlMore } from '@/lib/intl/provider';
import { paths, type MoneyScope } from '@/lib/paths';
import { isSettled, totalOf } from '@/lib/payments/payment';
import { usePerson } from '@/lib/query/person';
import { readFresh } from '@/lib/query/fetcher';
import { letPaymentGo, useKeptPayments, usePayment } from './calls';
import { useOpenDeposits } from './open-deposits';

/** Most payments that are told of. */
const most = 3;

/** The notices of a scope's unfinished payments. @param words address of their messages */
export function OpenCards({ of, words }: { of: MoneyScope; words: string }) {
  return 'account' in of ? (
    <OfAccount account={of.account} words={words} />
  ) : (
    <OfOrganization org={of.org} words={words} />
  );
}

/** Awanio lists no top-ups: those whose reference this browser keeps. */
function OfOrganization({ org, words }: { org: string; words: string }) {
  const { open } = useKeptPayments({ org });
  return <Cards of={{ org }} ids={open} words={words} />;
}

/** DewaVPS lists its deposits, so those that were asked for in other browsers are found, too. */
function OfAccount({ account, words }: { account: string; words: string }) {
  const { open, gone } = useKeptPayments({ account });
  const refused = useRefused('billing');
  const listed = useOpenDeposits(account, !refused);
  const ids = [...new Set([...open, ...listed])];
  return <Cards of={{ account }} ids={ids.filter((id) => !gone.includes(id))} words={words} />;
}

function Cards({ of, ids, words }: { of: MoneyScope; ids: readonly string[]; words: string }) {
  const path = usePathname();
  // The payment's own page says all of it.
  const shown = ids.filter((id) => path !== paths.payment(of, id)).slice(-most);
  if (shown.length === 0) return null;
  return (
    <IntlMore src={words}>
      {shown.map((id) => (
        <Card key={id} {...{ of, id }} />
      ))}
    </IntlMore>
  );
}

/** One unfinished payment: to pay, to check, to let go. It goes when the payment is settled. */
function Card({ of, id }: { of: MoneyScope; id: string }) {
  const t = useTranslations('payments');
  const { identity } = usePerson();
  const query = usePayment(of, id);
  const { data: payment } = query;
  if (!payment || isSettled(payment.state)) return null;
  const amount = rupiah(totalOf(payment) ?? payment.amount);
  return (
    <Notice
      label={t('label')}
      title={t('title', { amount })}
      actions={
        <>
          <ButtonLink size="sm" variant="primary" href={paths.payment(of, id)}>
            {t('pay')}
          </ButtonLink>
          <Button
            size="sm"
            loading={query.isFetching}
            onClick={() => void readFresh(() => query.refetch())}
          >
            {t('check')}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => letPaymentGo(identity, of, id)}>
            {t('letGo')}
          </Button>
        </>
      }
    >
      <p>
        {payment.methodName}
        {payment.expires === null ? null : (
          <>
            {payment.methodName ? ', ' : ''}
            {t('before')} <Instant iso={payment.expires} as="exact" />
          </>
        )}
      </p>
    </Notice>
  );
}
