import type { Metadata } from 'next';
import { readForPage } from '@/lib/next/read-for-page';
import { locationOf, readPrefill } from '@/components/vps/instances/wizard/prefill';
import { PricesView, type PricesViewProps } from '@/components/money/prices/prices-view';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { createPagesOf } from '@/components/parts/shell/nav-entries';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { Hydrate, type Answered } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('prices'))('heading') };
}

type FirstAnswers = Pick<PricesViewProps, 'problems' | 'read'> & { answers: Answered[] };

/** Reads what the page starts with in three rounds: locations, what one of them offers, the prices of its tiers. */
async function readFirst(account: string, wanted: string | null): Promise<FirstAnswers> {
  const [locations, sizes] = await Promise.all([
    readForPage('D75', {}, account),
    readForPage('D01', {}, account),
  ]);
  const location = locationOf(locations.data?.data, wanted);
  const problems = { D75: locations.problem, D01: sizes.problem };
  const answers = [...locations.answers, ...sizes.answers];
  if (location === '') return { problems, read: '', answers };
  const here = { query: { location_id: location } };
  const [tiers, types, images] = await Promise.all([
    readForPage('D76', here, account),
    readForPage('D63', here, account),
    readForPage('D74', { query: { location } }, account),
  ]);
  const prices = await Promise.all(
    (tiers.data?.data ?? []).map(({ id }) =>
      readForPage('D77', { params: { tier_id: id } }, account),
    ),
  );
  return {
    problems: { ...problems, D76: tiers.problem, D63: types.problem, D74: images.problem },
    read: location,
    answers: [...answers, ...[tiers, types, images, ...prices].flatMap((one) => one.answers)],
  };
}

/** Whether the account's key may create instances. Unknown rights count as granted. */
async function mayCreate(account: string): Promise<boolean> {
  const { scopes } = await sessionScopes();
  const scope = scopes.find((one) => one.kind === 'account' && one.account === account);
  return scope !== undefined && createPagesOf(scope).length > 0;
}

async function PricesPage({ params, searchParams }: Props) {
  const [{ account }, query, t] = await Promise.all([
    pageParams(params),
    searchParams,
    translator('prices'),
  ]);
  const prefill = readPrefill({ get: (name) => [query[name]].flat()[0] ?? null });
  const [{ answers, ...read }, create] = await Promise.all([
    readFirst(account, prefill.location),
    mayCreate(account),
  ]);
  return (
    <Messages namespaces={['prices', 'machines']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} description={t('description')} />
      <Hydrate answers={answers}>
        <PricesView mayCreate={create} {...read} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, PricesPage);
