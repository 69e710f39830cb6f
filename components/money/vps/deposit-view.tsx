'use client';
import { useLocale, useTranslations } from 'use-intl';
import { DownloadButton } from '@/components/money/documents/download-button';
import { Copyable } from '@/components/parts/machines/copyable';
import { useAccountLabel } from '@/components/parts/shell/context';
import { Callout } from '@/components/ui/callout';
import { cx } from '@/components/ui/cx';
import { KeyValue } from '@/components/ui/key-value';
import { TextLink } from '@/components/ui/text-link';
import { PageHeader } from '@/components/ui/page-header';
import { Paper, PaperTitle } from '@/components/ui/paper';
import { PrintButton } from '@/components/ui/print-button';
import type { Result, Row } from '@/lib/contract/types';
import { exact, rupiah } from '@/lib/format';
import { depositState, depositTotal, type DepositState } from '@/lib/money/deposit';
import { dayWords } from '@/lib/money/invoice';
import { paths } from '@/lib/paths';
import { downloads } from '@/lib/paths/downloads';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useAccount } from '@/lib/query/scope';
import { DepositStatus } from './deposit-status';
import { DetailGate } from './detail-gate';
import { newestDeposits } from './sources';

type Deposit = Result<'D81'>;

interface Props {
  id: string;
  /** When the page was made, in milliseconds since 1970: it decides what has expired. */
  now: number;
  /** Why the server couldn't read the deposit; the browser reads it again. */
  problem: Problem | null;
}

/** The page of one deposit, D81. Its date and description stand in the list alone, so they are known of a new one. */
export function DepositView({ id, now, problem }: Props) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  const query = useBackendQuery('D81', { params: { invoice_id: id } });
  const list = useBackendQuery('D79', newestDeposits);
  const row = list.data?.data.find((each) => each.id === id) ?? null;
  const title = ({ code }: Deposit) => code || row?.invoice_number || id;
  return (
    <DetailGate of="deposit" part="deposits" {...{ query, problem, title }}>
      {(deposit) => {
        const state = depositState(deposit, now);
        return (
          <>
            <PageHeader
              title={title(deposit)}
              status={<DepositStatus chip state={state} word={deposit.status} />}
              actions={
                <>
                  <DownloadButton
                    path={downloads.receipt(account, id)}
                    scopeKey={`vps/${account}`}
                  />
                  <PrintButton>{t('print')}</PrintButton>
                </>
              }
            />
            {state === 'waiting' ? <Waits {...{ id, deposit }} /> : null}
            <Receipt {...{ deposit, state, row }} number={title(deposit)} />
          </>
        );
      }}
    </DetailGate>
  );
}

/** How a deposit is paid that still waits. */
function Waits({ id, deposit }: { id: string; deposit: Deposit }) {
  const t = useTranslations('vps-billing.deposit');
  const locale = useLocale();
  const account = useAccount();
  return (
    <div className="mb-4">
      <Callout
        tone="warn"
        title={t('waits')}
        actions={<TextLink href={paths.payment({ account }, id)}>{t('payNow')}</TextLink>}
      >
        {t('waitsText', {
          amount: rupiah(depositTotal(deposit.detail)),
          gain: rupiah(deposit.detail?.amount),
          time: exact(deposit.expired_at, locale),
        })}
      </Callout>
    </div>
  );
}

/** The deposit as a document: on paper it stands alone (`data-print`). */
function Receipt({
  deposit,
  state,
  row,
  number,
}: {
  deposit: Deposit;
  state: DepositState;
  /** The deposit in the list; null if it isn't among the newest. */
  row: Row<'D79'> | null;
  number: string;
}) {
  const t = useTranslations('vps-billing');
  const locale = useLocale();
  const account = useAccountLabel();
  const { va_number: va } = deposit;
  return (
    <Paper label={t('deposit.receipt')}>
      <PaperTitle
        kind={t(state === 'paid' ? 'deposit.receipt' : 'deposit.title')}
        number={number}
        state={t(`deposits.states.${state}`)}
      />
      <KeyValue
        columns={2}
        pairs={[
          { term: t('deposit.account'), value: account },
          { term: t('deposits.made'), value: row ? dayWords(row.created_at, locale) : null },
          { term: t('deposits.method'), value: deposit.method },
          ...(row?.description ? [{ term: t('deposits.note'), value: row.description }] : []),
          ...(va
            ? [
                {
                  term: t('deposit.va'),
                  value: <Copyable text={va} label={t('deposit.copyVa')} />,
                },
              ]
            : []),
          ...(state === 'paid'
            ? []
            : [{ term: t('deposits.expires'), value: exact(deposit.expired_at, locale) }]),
        ]}
      />
      {row ? null : <p className="text-muted print:hidden">{t('deposit.unknownDate')}</p>}
      <Sums {...{ deposit, state }} />
      <p className="text-muted">{t('deposit.adds')}</p>
    </Paper>
  );
}

/** The lines from the amount to what is paid in all. They add up. */
function Sums({ deposit: { detail }, state }: { deposit: Deposit; state: DepositState }) {
  const t = useTranslations('vps-billing.deposits');
  const lines = [
    { words: t('amount'), amount: detail?.amount },
    { words: t('vat'), amount: detail?.vat },
    { words: t('fee'), amount: detail?.payment_fee },
  ];
  const total = { words: t(state === 'paid' ? 'total' : 'toPay'), amount: depositTotal(detail) };
  return (
    <dl className="ml-auto w-full max-w-md">
      {[...lines, total].map((line) => (
        <div
          key={line.words}
          className={cx(
            'flex justify-between gap-6 py-1',
            line === total && 'border-line border-t font-semibold',
          )}
        >
          <dt>{line.words}</dt>
          <dd className="tabular text-right whitespace-nowrap">{rupiah(line.amount)}</dd>
        </div>
      ))}
    </dl>
  );
}
