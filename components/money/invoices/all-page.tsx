import type { Metadata } from 'next';
import { ScopesProblem } from '@/components/money/dashboards/scopes-problem';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { ProblemNote } from '@/components/ui/late-error-state';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { serverNow } from '@/lib/clock';
import type { BilledPlace } from '@/lib/money/account-invoice';
import { translator } from '@/lib/next/intl';
import { requireSession } from '@/lib/next/session';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { AllFigures } from './all-figures';
import { AllInvoices } from './all-invoices';
import { billedPlaces, readBills, type ReadBills } from './billing-places';
import { accountOfKey, billsHref } from './place-links';

/** So many accounts are read at most: each is a call or more. */
const mostPlaces = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('billing'))('everywhere.heading') };
}

async function Page() {
  await requireSession(paths.allBilling());
  const [t, { places, refused, problem }] = await Promise.all([
    translator('billing'),
    billedPlaces(),
  ]);
  const now = serverNow();
  const read = await Promise.all(places.slice(0, mostPlaces).map((place) => readBills(place, now)));
  const lacking = read.filter(isRefused).map(({ place }) => place);
  const bills = read.flatMap(({ bills: whole }) => whole ?? []);
  const rows = bills.flatMap(({ invoices }) => invoices);
  // Where a read failed, or none was allowed, nobody knows that there are no invoices.
  const unknown =
    rows.length === 0 &&
    (bills.length === 0 || read.some((each) => each.problem !== null && !isRefused(each)));
  rows.sort((a, b) => (b.made ?? '').localeCompare(a.made ?? ''));
  return (
    <Messages namespaces={['billing', 'documents', 'machines']}>
      <Breadcrumbs trail={[{ label: t('everywhere.heading') }]} />
      <PageHeader
        title={t('everywhere.heading')}
        description={t('everywhere.description')}
        actions={
          places.length > 0 ? (
            <ButtonLink href={paths.monthEnd()}>{t('everywhere.monthEnd')}</ButtonLink>
          ) : undefined
        }
      />
      {problem ? <ScopesProblem problem={problem} /> : null}
      {bills.length > 0 ? <AllFigures {...{ bills, now }} /> : null}
      <div className="mb-3 flex flex-col gap-2 empty:hidden">
        {read
          .filter((each) => !isRefused(each))
          .map((each) => (
            <LeftOut key={each.place.key} of={each} />
          ))}
        <Links places={[...lacking, ...refused]} text={t('everywhere.refused')} />
        <Links
          places={places.slice(mostPlaces)}
          text={t('everywhere.unread', { count: mostPlaces })}
        />
      </div>
      {places.length === 0 ? (
        problem ? null : (
          <EmptyState title={t('everywhere.none')} />
        )
      ) : unknown ? null : (
        <AllInvoices {...{ rows, now }} places={bills.map(({ place }) => place)} />
      )}
      <Links
        places={places.filter((place) => !lacking.includes(place))}
        text={t('everywhere.each')}
      />
    </Messages>
  );
}

/** Whether the key of a VPS account turned out to lack the right. */
const isRefused = ({ place, problem }: ReadBills): boolean =>
  problem?.code === 'no_access' && accountOfKey(place.key) !== null;

/** What the list lacks of an account: all, where its read failed, or older invoices. */
async function LeftOut({ of: { place, bills, problem } }: { of: ReadBills }) {
  const t = await translator('billing');
  const { name } = place;
  if (problem) return <ProblemNote problem={problem} what={t('everywhere.failed', { name })} />;
  const [read, total] = [bills?.invoices.length ?? 0, bills?.count ?? 0];
  if (total <= read) return null;
  return (
    <p className="text-muted">
      {t('everywhere.leftOut', { name, read, total })}{' '}
      <TextLink href={billsHref(place.key)}>{t('everywhere.every', { name })}</TextLink>
    </p>
  );
}

/** Accounts with links to their own bills, under a text; nothing without any. */
function Links({ places, text }: { places: readonly BilledPlace[]; text: string }) {
  if (places.length === 0) return null;
  return (
    <div className="text-muted mt-3">
      {text}
      <ul className="ml-5 list-disc">
        {places.map(({ key, name }) => (
          <li key={key}>
            <TextLink href={billsHref(key)}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The page with the invoices of all accounts whose bills the person may read. */
export const AllInvoicesPage = withOutline(ListLoading, Page);
