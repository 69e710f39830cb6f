import { Tag } from 'lucide-react';
import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { sessionScopes } from '@/components/parts/shell/scopes';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths, type GroupScope, unknownOrganization } from '@/lib/paths';
import type { OrganizationWallet } from '@/lib/pricing';
import { organizationWallet } from '../../dashboards/organization-rate';
import { mayCreate } from '../../offers/group/may-create';
import { LinesLink } from '../lines-link';
import { GroupEstimate } from './group-estimate';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('estimate'))('heading') };
}

/** The uuid of the organization that pays. A project whose organization this person may not see has none. */
async function payingOrganization({ org, project }: GroupScope): Promise<string> {
  if (project === undefined || org !== unknownOrganization) return org;
  const { scopes } = await sessionScopes();
  const scope = scopes.find(({ key }) => key === `p/${project}`);
  return scope && scope.kind !== 'account' ? scope.group.org : org;
}

/** Reads the balance that would pay. A read that fails leaves it unknown. */
async function payingWallet(scope: GroupScope): Promise<OrganizationWallet | null> {
  const organization = await payingOrganization(scope);
  if (organization === unknownOrganization) return null;
  return organizationWallet(organization).catch(() => ({
    balance: null,
    postpaid: false,
    perHour: null,
    whole: false,
    at: Date.now(),
  }));
}

async function EstimatePage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  // Not awaited, since the prices are shown before it is known.
  const wallet = payingWallet(scope);
  const [t, may, prices] = await Promise.all([
    translator('estimate'),
    mayCreate(scope),
    readForPage('A34', {}),
  ]);
  return (
    <Messages namespaces={['estimate', 'machines', 'organization-volumes', 'clusters']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={
          <LinesLink path={paths.groupPrices(scope)} icon={<Tag aria-hidden />}>
            {t('toPrices')}
          </LinesLink>
        }
      />
      <Hydrate answers={prices.answers}>
        <GroupEstimate may={may} problem={prices.problem} wallet={wallet} />
      </Hydrate>
    </Messages>
  );
}

/** The estimate of an organization or project. */
export const GroupEstimatePage = withOutline(ListLoading, EstimatePage);
