'use client';
import { Share2 } from 'lucide-react';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { useScope } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { buttonClass } from '@/components/ui/button-class';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { GoneState } from '@/components/ui/gone-state';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { useOnChange } from '@/components/ui/use-on-change';
import { rupiah } from '@/lib/format';
import { paths, type MoneyScope } from '@/lib/paths';
import { totalOf, type Payment } from '@/lib/payments/payment';
import { amountInWords } from '@/lib/money/amount-words';
import type { Problem } from '@/lib/problem';
import { isAffected } from '@/lib/query/key';
import { usePerson } from '@/lib/query/person';
import { usePayment } from './calls';
import { HowToPay } from './how-to-pay';
import { PaymentStatus } from './payment-status';
import { shareText } from './share-text';
import { SumLines } from './sum-lines';

interface Props {
  of: MoneyScope;
  id: string;
  first: Payment | null;
  problem: Problem | null;
  /** Whether the payment page has sent the person back: then it is checked, and not believed. */
  returned: boolean;
}

/** The page of a payment: how it is paid, and how it stands, until it is settled. */
export function PaymentView({ of, id, first, problem, returned }: Props) {
  const t = useTranslations('top-up');
  const query = usePayment(of, id, first ?? undefined);
  const trail = [
    { label: t('billing'), href: paths.moneyOf(of) },
    { label: t('heading'), href: paths.topUp(of) },
    { label: t('payment.plain') },
  ];
  const around = (stand: React.ReactNode) => (
    <>
      <PageHeader title={t('payment.plain')} />
      {stand}
    </>
  );
  return (
    <>
      <Breadcrumbs trail={trail} />
      <Live
        {...{ query, problem, around }}
        failed={t('payment.failed')}
        gone={
          <GoneState
            title={t('payment.goneTitle')}
            back={{ href: paths.topUp(of), label: t('heading') }}
          >
            {t('payment.goneText')}
          </GoneState>
        }
      >
        {(payment) => (
          <Whole {...{ of, payment, returned }}>
            <Updated query={query} />
          </Whole>
        )}
      </Live>
    </>
  );
}

/** What a top-up changes: balances, deposits and bills are read anew once it is paid. */
const changed = ['D78', 'D79', 'D82', 'D83', 'A04', 'A06', 'A07', 'A45'] as const;

function usePaidNews(of: MoneyScope, { state }: Payment): void {
  const client = useQueryClient();
  const { identity } = usePerson();
  const account = 'account' in of ? of.account : '';
  const tell = () => {
    void client.invalidateQueries({
      predicate: ({ queryKey }) =>
        isAffected(queryKey, identity, account, changed) || queryKey[1] === 'organization-wallet',
    });
  };
  useOnChange(state, tell, state);
}

function Whole({
  of,
  payment,
  returned,
  children,
}: {
  of: MoneyScope;
  payment: Payment;
  returned: boolean;
  children: React.ReactNode;
}) {
  const t = useTranslations('top-up.payment');
  const locale = useLocale();
  const name = useScope()?.label ?? '';
  usePaidNews(of, payment);
  const { state } = payment;
  const open = state === 'waiting' || state === 'unknown';
  const total = totalOf(payment);
  const words = total === null ? null : amountInWords('IDR', total, locale);
  return (
    <>
      <PageHeader
        title={t('title', { amount: rupiah(payment.amount) })}
        status={<PaymentStatus state={state} chip />}
        actions={
          open ? undefined : (
            <>
              <ButtonLink href={paths.moneyOf(of)}>{t('toBilling')}</ButtonLink>
              <ButtonLink href={paths.topUp(of)}>{t('again')}</ButtonLink>
            </>
          )
        }
      />
      <div className="mb-4 flex flex-col gap-3" aria-live="polite">
        {returned && state === 'waiting' ? <Callout title={t('checking')} /> : null}
        <StateNote payment={payment} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {state === 'waiting' ? <HowToPay {...{ payment, name, words }} /> : null}
        <div className="flex flex-col gap-4">
          <Panel title={t('facts')} actions={children}>
            <SumLines sum={payment} />
            <div className="mt-3">
              <Facts payment={payment} />
            </div>
          </Panel>
          {state === 'waiting' ? <ForPayer {...{ payment, name, words }} /> : null}
        </div>
      </div>
    </>
  );
}

function Facts({ payment }: { payment: Payment }) {
  const t = useTranslations('top-up.payment');
  return (
    <KeyValue
      pairs={[
        { term: t('method'), value: payment.methodName },
        { term: t('reference'), value: payment.id, mono: true },
        ...(payment.created
          ? [{ term: t('made'), value: <Instant iso={payment.created} as="exact" /> }]
          : []),
      ]}
    />
  );
}

/** What the state of a payment means for whoever paid. */
function StateNote({ payment }: { payment: Payment }) {
  const t = useTranslations('top-up.payment');
  const { state, said } = payment;
  switch (state) {
    case 'waiting':
      return null;
    case 'paid':
      return (
        <Callout tone="good" title={t('paidTitle', { amount: rupiah(payment.amount) })}>
          {t('paidText')}
        </Callout>
      );
    case 'failed':
      return <Callout tone="danger" title={t('failedText')} />;
    case 'expired':
      return <Callout tone="warn" title={t('expiredText')} />;
    case 'refunded':
      return <Callout tone="warn" title={t('refundedText')} />;
    case 'charged-back':
      return <Callout tone="danger" title={t('chargedBackText')} />;
    case 'unknown':
      return <Callout tone="warn" title={t('unknownText', { said: said ?? '' })} />;
  }
}

/** The sheet for whoever pays: printed, or shared as a text. */
function ForPayer({
  payment,
  name,
  words,
}: {
  payment: Payment;
  name: string;
  words: string | null;
}) {
  const t = useTranslations('top-up');
  const s = useTranslations('top-up.payment.sheet');
  const locale = useLocale();
  const text = shareText(t, payment, { name, words, locale });
  const share = () => void navigator.share({ text }).catch(() => undefined); // the person may close it
  const canShare = typeof navigator !== 'undefined' && 'share' in navigator;
  return (
    <Panel title={s('heading')}>
      <p className="text-muted mb-3">{s('text')}</p>
      <div className="flex flex-wrap gap-2">
        <PrintButton>{s('print')}</PrintButton>
        {canShare ? (
          <Button icon={<Share2 aria-hidden />} onClick={share}>
            {s('share')}
          </Button>
        ) : null}
        <a
          href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonClass()}
        >
          {s('whatsapp')}
        </a>
        <CopyButton text={text} label={s('copy')} words size="md" />
      </div>
    </Panel>
  );
}
