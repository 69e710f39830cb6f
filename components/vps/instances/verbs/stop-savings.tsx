'use client';
import { useQueries } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { BalanceAfter } from '@/components/vps/balance/balance-after';
import { useBackendRead } from '@/lib/query/use-backend-query';
import type { Machine } from '../machine';
import { stopChange } from './savings';

/** Each machine takes a call of its own, and the account has few a minute. */
const most = 10;

/**
 * Says what stopping machines saves a day, and when the balance ends then. It shows nothing while a price isn't known, and of
 * too many machines it says that it doesn't add them up. Needs the messages `instances`.
 */
export function StopSavings({ machines }: { machines: readonly Machine[] }) {
  const t = useTranslations('instances.stop');
  if (machines.length > most) return <p className="text-faint text-sm">{t('tooMany', { most })}</p>;
  return <OfFew machines={machines} />;
}

function OfFew({ machines }: { machines: readonly Machine[] }) {
  const read = useBackendRead();
  const details = useQueries({
    queries: machines.map(({ uuid }) => read('D04', { params: { instance_uuid: uuid } })),
  }).map(({ data }) => data);
  const tiers = [...new Set(details.flatMap((machine) => machine?.tier_id ?? []))];
  const prices = useQueries({
    queries: tiers.map((tier) => read('D77', { params: { tier_id: tier } })),
  });
  const pricesOf = (tier: string) => prices[tiers.indexOf(tier)]?.data?.data;
  return <BalanceAfter added={stopChange(details, pricesOf)} />;
}
