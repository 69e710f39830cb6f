'use client';
import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import type { ShownScope } from '@/components/parts/shell/shown-pages';
import { Notice } from '@/components/parts/shell/notice';
import { TopUpLink } from '@/components/parts/shell/top-up-link';
import { TextLink } from '@/components/ui/text-link';
import { rupiah } from '@/lib/format';
import { balanceOf } from '@/lib/pricing';
import { usePerson } from '@/lib/query/person';
import { useBackendRead } from '@/lib/query/use-backend-query';
import { accountOfKey, billsHref, organizationOfKey } from '../invoices/place-links';
import { useThresholds } from './thresholds';
import { watchedAt } from './watched';

/** An account's summary is read once in so many milliseconds, by one tab for all of them. */
const pause = 10 * 60_000;

/**
 * The notices of the balances that are below what this person asked to be warned of: on the pages of a scope its own, on others
 * those of all scopes.
 */
export function LowBalanceNotices() {
  const { identity } = usePerson();
  const { scopes } = useShell();
  const thresholds = useThresholds(identity);
  const watched = watchedAt(usePathname(), thresholds);
  return scopes
    .filter(({ key }) => watched.includes(key))
    .map((scope) => {
      const shown = { scope, threshold: thresholds[scope.key] ?? 0 };
      return accountOfKey(scope.key) === null ? (
        <OfOrganization key={scope.key} {...shown} />
      ) : (
        <OfAccount key={scope.key} {...shown} />
      );
    });
}

interface Watched {
  scope: ShownScope;
  /** Rupiah. */
  threshold: number;
}

function OfAccount({ scope, threshold }: Watched) {
  const read = useBackendRead(accountOfKey(scope.key) ?? '')('D78', {});
  const { data } = useQuery({
    ...read,
    staleTime: pause,
    refetchInterval: ({ state: { error } }) => (error ? false : pause),
    refetchOnWindowFocus: false,
  });
  return <Low {...{ scope, threshold }} balance={data ? balanceOf(data) : null} />;
}

/** A04 is read once a minute by the watcher of memberships, so this adds no call. */
function OfOrganization({ scope, threshold }: Watched) {
  const org = organizationOfKey(scope.key);
  const { data } = useQuery({
    ...useBackendRead()('A04', {}),
    staleTime: pause,
    refetchOnWindowFocus: false,
  });
  const found = data?.organizations.find(({ organization }) => organization?.uuid === org);
  return <Low {...{ scope, threshold }} balance={found?.organization?.balance ?? null} />;
}

function Low({ scope: { key, label }, threshold, balance }: Watched & { balance: number | null }) {
  const t = useTranslations('shell.lowBalance');
  if (balance === null || balance >= threshold) return null;
  return (
    <Notice
      label={t('name')}
      tone="warn"
      title={t('low', { name: label, balance: rupiah(balance), threshold: rupiah(threshold) })}
      actions={
        <>
          <TextLink href={`${billsHref(key)}?cost=service`}>{t('see')}</TextLink>
          <TopUpLink scope={key} missing={threshold - balance} />
        </>
      }
    />
  );
}
