import { Calculator as CalculatorIcon } from 'lucide-react';
import type { Metadata } from 'next';
import { readForPage } from '@/lib/next/read-for-page';
import { readPrefill } from '@/components/vps/instances/wizard/prefill';
import { everyTier, readPlace } from '@/components/vps/instances/wizard/read-place';
import { LinesLink } from '@/components/money/estimate/lines-link';
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
import { paths } from '@/lib/paths';
import { Hydrate, type Answered } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('prices'))('heading') };
}

type FirstAnswers = Pick<PricesViewProps, 'problems' | 'read'> & { answers: Answered[] };

/** Reads what the page starts with, in two rounds: locations, then what one of them offers. */
async function readFirst(account: string, wanted: string | null): Promise<FirstAnswers> {
  const readTypes = (location: string) =>
    readForPage('D63', { query: { location_id: location } }, account);
  const [{ locations, location, tiers, images, prices, more: types }, sizes] = await Promise.all([
    readPlace(account, wanted, everyTier, readTypes),
    readForPage('D01', {}, account),
  ]);
  const parts = { D75: locations, D01: sizes, D76: tiers, D63: types, D74: images };
  const problems = Object.fromEntries(
    Object.entries(parts).map(([ref, part]) => [ref, part?.problem ?? null]),
  );
  return {
    problems,
    read: location,
    answers: [...Object.values(parts), ...prices].flatMap((part) => part?.answers ?? []),
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
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={
          <LinesLink path={paths.estimate(account)} icon={<CalculatorIcon aria-hidden />}>
            {t('toEstimate')}
          </LinesLink>
        }
      />
      <Hydrate answers={answers}>
        <PricesView mayCreate={create} {...read} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, PricesPage);
