'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { BalanceEnd, ChangeADay } from '@/components/parts/forms/balance-end';
import { encodePart } from '@/lib/contract/well-formed';
import type { OrganizationWallet } from '@/lib/pricing';
import type { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';
import { useGroup } from '@/lib/query/scope';
import { fetchJson } from '@/lib/session/fetcher';

/**
 * Says what a change costs a day, and when the balance of the organization, which pays for its projects, too, runs out. It is read each
 * time that it is shown.
 * @param added rupiah an hour that the change adds, below 0 when it saves; null while it isn't known
 * @param ordered rupiah an hour of what is ordered; null when the change orders nothing
 * @param paid rupiah that are taken at once, for a period in advance; then `added` is 0
 */
export function OrganizationBalance({
  added,
  ordered = null,
  paid = null,
}: {
  added: number | null;
  ordered?: number | null;
  paid?: number | null;
}) {
  const { org } = useGroup();
  const { identity } = usePerson();
  const t = useTranslations('ui.balanceEnd');
  const { data, error } = useQuery<OrganizationWallet | null, ProblemError>({
    queryKey: [identity, 'organization-wallet', org],
    queryFn: ({ signal }) =>
      fetchJson(`/api/organizations/${encodePart(org)}/wallet`, {
        signal,
      }) as Promise<OrganizationWallet | null>,
    staleTime: 0,
    refetchOnWindowFocus: false,
  });
  const change = paid === null ? <ChangeADay added={added} /> : null;
  if (data === undefined && !error) return change;
  const note = (words: string) => (
    <>
      {change}
      <p className="text-faint text-sm">{words}</p>
    </>
  );
  if (data === null) return note(t('organizationHidden'));
  if (!data || (data.balance === null && !data.postpaid)) return note(t('failed'));
  const { balance, postpaid, perHour, whole, at } = data;
  if (postpaid || balance === null) return change;
  return <BalanceEnd {...{ balance, whole, added, ordered, paid, at }} spending={perHour} />;
}
