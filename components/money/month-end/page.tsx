import type { Metadata } from 'next';
import { ScopesProblem } from '@/components/money/dashboards/scopes-problem';
import { billedPlaces } from '@/components/money/invoices/billing-places';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { serverNow } from '@/lib/clock';
import { translator } from '@/lib/next/intl';
import { requireSession } from '@/lib/next/session';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { MonthEnd } from './month-end';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('month-end'))('heading') };
}

async function Page() {
  await requireSession(paths.monthEnd());
  const [t, { places, refused, problem }] = await Promise.all([
    translator('month-end'),
    billedPlaces(),
  ]);
  return (
    <Messages namespaces={['month-end', 'billing']}>
      <Breadcrumbs
        trail={[{ label: t('billing'), href: paths.allBilling() }, { label: t('heading') }]}
      />
      <PageHeader title={t('heading')} description={t('description')} />
      {problem ? <ScopesProblem problem={problem} /> : null}
      {places.length > 0 || refused.length > 0 ? (
        <MonthEnd {...{ places, refused }} now={serverNow()} />
      ) : problem ? null : (
        <EmptyState title={t('none')} />
      )}
    </Messages>
  );
}

/** The page with a month of all accounts whose bills the person may read. */
export const MonthEndPage = withOutline(ListLoading, Page);
