'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import type { QueryState } from '@/components/parts/answers/trouble';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { GoneState } from '@/components/ui/gone-state';
import { PageHeader } from '@/components/ui/page-header';
import { paths } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { useAccount } from '@/lib/query/scope';
import { NoMoneyAccess } from './no-access';

/** What a page of one deposit or one report shows before and around it. */
export function DetailGate<Data>({
  of,
  part,
  query,
  problem,
  title,
  children,
}: {
  of: 'deposit' | 'report';
  part: 'deposits' | 'reports';
  query: QueryState<Data>;
  /** Why the server couldn't read it. */
  problem: Problem | null;
  /** Its name, for the breadcrumbs. */
  title: (data: Data) => string;
  children: (data: Data) => ReactNode;
}) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  const plain = t(of === 'deposit' ? 'deposit.title' : 'report.plain');
  const list = { href: paths.vpsBillingPart(account, part), label: t(`${part}.heading`) };
  const trail = (name: string) => [
    { label: t('heading'), href: paths.vpsBilling(account) },
    list,
    { label: name },
  ];
  return (
    <Live
      query={query}
      problem={problem}
      failed={t(`${of}.failed`)}
      noAccess={{ shown: <NoMoneyAccess /> }}
      gone={
        <GoneState title={t(`${of}.goneTitle`)} back={{ href: list.href, label: t(`${of}.back`) }}>
          {t(`${of}.goneText`)}
        </GoneState>
      }
      around={(stand) => (
        <>
          <Breadcrumbs trail={trail(plain)} />
          <PageHeader title={plain} />
          {stand}
        </>
      )}
    >
      {(data) => (
        <>
          <Breadcrumbs trail={trail(title(data))} />
          {children(data)}
        </>
      )}
    </Live>
  );
}
