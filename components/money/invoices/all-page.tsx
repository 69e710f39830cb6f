import type { Metadata } from 'next';
import { ScopesProblem } from '@/components/money/dashboards/scopes-problem';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { EmptyState } from '@/components/ui/empty-state';
import { ProblemNote } from '@/components/ui/late-error-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { serverNow } from '@/lib/clock';
import { tryRead } from '@/lib/next/backend';
import { translator } from '@/lib/next/intl';
import { requireSession } from '@/lib/next/session';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { AllInvoices, type PlacedInvoice } from './all-invoices';
import { billedOrganizations } from './billing-rights';
import { pageInput } from './invoices';

/** So many organizations are read at most: each is a call. */
const mostOrganizations = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('billing'))('everywhere.heading') };
}

interface Organization {
  org: string;
  name: string;
}

/** The newest invoices of an organization, A45's first page. */
async function newest(of: Organization) {
  return { ...of, ...(await tryRead('A45', pageInput(of.org, '', 1))) };
}

async function Page() {
  await requireSession(paths.allBilling());
  const [t, { organizations, problem }] = await Promise.all([
    translator('billing'),
    billedOrganizations(),
  ]);
  const lists = await Promise.all(organizations.slice(0, mostOrganizations).map(newest));
  const rows: PlacedInvoice[] = lists.flatMap(({ org, name, data }) =>
    (data?.data ?? []).map((invoice) => ({ ...invoice, org, place: name })),
  );
  rows.sort((a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? ''));
  return (
    <Messages namespaces={['billing', 'machines']}>
      <Breadcrumbs trail={[{ label: t('everywhere.heading') }]} />
      <PageHeader title={t('everywhere.heading')} description={t('everywhere.description')} />
      {problem ? <ScopesProblem problem={problem} /> : null}
      <div className="mb-3 flex flex-col gap-2 empty:hidden">
        {lists.map((list) => (
          <LeftOut key={list.org} list={list} />
        ))}
        <Unread organizations={organizations.slice(mostOrganizations)} />
      </div>
      {organizations.length === 0 && !problem ? (
        <EmptyState title={t('everywhere.none')} />
      ) : (
        <AllInvoices rows={rows} now={serverNow()} />
      )}
    </Messages>
  );
}

/** What the list lacks of an organization: all, where its read failed, or older invoices. */
async function LeftOut({
  list: { org, name, data, problem },
}: {
  list: Awaited<ReturnType<typeof newest>>;
}) {
  const t = await translator('billing');
  if (problem) return <ProblemNote problem={problem} what={t('everywhere.failed', { name })} />;
  const total = data.page?.total ?? data.data.length;
  if (total <= data.data.length) return null;
  return (
    <p className="text-muted">
      {t('everywhere.leftOut', { name, read: data.data.length, total })}{' '}
      <TextLink href={paths.billing({ org })}>{t('everywhere.every', { name })}</TextLink>
    </p>
  );
}

/** The organizations that weren't read, with links to their own lists. */
async function Unread({ organizations }: { organizations: readonly Organization[] }) {
  const t = await translator('billing');
  if (organizations.length === 0) return null;
  return (
    <div className="text-muted">
      {t('everywhere.unread', { count: mostOrganizations })}
      <ul className="ml-5 list-disc">
        {organizations.map(({ org, name }) => (
          <li key={org}>
            <TextLink href={paths.billing({ org })}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The page with the invoices of all organizations whose bills the person may read. */
export const AllInvoicesPage = withOutline(ListLoading, Page);
