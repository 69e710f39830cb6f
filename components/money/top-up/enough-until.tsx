'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { spanWords } from '@/components/parts/forms/span-words';
import { Instant } from '@/components/ui/instant';
import { serverTime } from '@/lib/clock';
import { encodePart } from '@/lib/contract/well-formed';
import { rupiah } from '@/lib/format';
import type { MoneyScope } from '@/lib/paths';
import {
  balanceOf,
  lastDay,
  runway,
  spendingOf,
  type OrganizationWallet,
  type Wallet,
} from '@/lib/pricing';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useBackendQuery } from '@/lib/query/use-backend-query';
import { fetchJson } from '@/lib/session/fetcher';

/** Says how long the balance lasts after a top-up. Shows nothing while the balance isn't known. @param amount rupiah */
export function EnoughUntil({ of, amount }: { of: MoneyScope; amount: number }) {
  return 'account' in of ? (
    <OfAccount amount={amount} />
  ) : (
    <OfOrganization org={of.org} amount={amount} />
  );
}

function OfAccount({ amount }: { amount: number }) {
  const { data, dataUpdatedAt } = useBackendQuery('D78', {});
  if (!data) return null;
  const wallet = { balance: balanceOf(data), perHour: spendingOf(data), whole: true };
  return <Lasts {...wallet} postpaid={false} amount={amount} at={serverTime(dataUpdatedAt)} />;
}

function OfOrganization({ org, amount }: { org: string; amount: number }) {
  const { identity } = usePerson();
  const { data } = useQuery<OrganizationWallet | null, ProblemError>({
    queryKey: [identity, 'organization-wallet', org],
    queryFn: ({ signal }) =>
      fetchJson(`/api/organizations/${encodePart(org)}/wallet`, {
        signal,
      }) as Promise<OrganizationWallet | null>,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  return data ? <Lasts {...data} amount={amount} /> : null;
}

function Lasts({ amount, at, ...wallet }: Wallet & { amount: number; at: number }) {
  const t = useTranslations('top-up');
  const ui = useTranslations('ui');
  if (wallet.balance === null) return null;
  const balance = wallet.balance + amount;
  const lasts = runway({ ...wallet, balance });
  const words = () => {
    if (lasts.kind === 'empty') return t('notEnough');
    if (lasts.kind === 'unspent') return t('nothingRuns');
    if (lasts.kind !== 'lasts') return null;
    if (lasts.hours < 1) return t('enoughSoon');
    const end = lastDay(lasts.hours, at);
    const day = () => <Instant iso={end} as="exact" style="date" />;
    return t.rich(lasts.most ? 'enoughAtMost' : 'enough', {
      span: spanWords(ui, lasts.hours),
      until: () => (end ? t.rich('until', { day }) : null),
    });
  };
  return (
    <p className="text-muted text-sm" aria-live="polite">
      <span className="tabular">{t('balanceThen', { balance: rupiah(balance) })}</span> {words()}
    </p>
  );
}
