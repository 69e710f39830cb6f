import { notFound } from 'next/navigation';
import { FormOrNotice } from '@/components/parts/forms/form-or-notice';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { FormLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { tryRead } from '@/lib/next/backend';
import { withOutline } from '@/lib/next/with-outline';
import { readForPage } from '@/lib/next/read-for-page';
import { pageParams } from '@/lib/next/params';
import { paths, type GroupScope, unknownOrganization } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { settings } from '@/lib/settings';
import { machineRights } from './access';
import { balanceOf, type Balance } from './balance';
import { addressPrice, imageGroups, planGroups } from './catalogue';
import { CatalogueProblem } from './wizard/catalogue-problem';
import { NoMachineAccess } from './no-access';
import { pageTitle } from './page-title';
import { PortalNotice } from './portal-notice';
import { readVmPrefill, startOf, type VmPrefill } from './prefill';
import type { OrderTerms } from './values';
import type { OrganizationRate } from './wizard/review';
import { VmWizard, type VmWizardProps } from './wizard/vm-wizard';

/** The uuid of the organization that pays. For a project, it is read from the project. */
export async function organizationOf({ org, project }: GroupScope): Promise<string> {
  if (project === undefined) return org;
  const answer = await tryRead('A16', { params: { uuid: project } });
  if (answer.problem?.code === 'not_found') notFound();
  const paying = answer.data?.organization?.uuid ?? org;
  if (org !== unknownOrganization && paying !== org) notFound();
  return paying;
}

/** Reads the balance of the organization. */
async function readBalance(organization: string): Promise<Balance> {
  if (organization === unknownOrganization) return 'hidden';
  const { data } = await tryRead('A07', { params: { uuid: organization } });
  return balanceOf(data ?? null, Date.now());
}

type Offer = Pick<VmWizardProps, 'images' | 'plans' | 'start' | 'addressPrice' | 'terms'>;

/** What `settings` lets the wizard offer. */
export function orderTerms(): OrderTerms {
  const { NUSA_VM_SSH_KEY_ID: keyId, NUSA_RESERVED_IP_FIELD: addressField } = settings();
  return { keyId: keyId ?? null, addressField: addressField ?? null };
}

async function readOffer(asked: VmPrefill): Promise<{ offer: Offer } | { problem: Problem }> {
  const [images, prices] = await Promise.all([readForPage('A33', {}), readForPage('A34', {})]);
  if (!images.data) return { problem: images.problem };
  if (!prices.data) return { problem: prices.problem };
  const offers = { images: imageGroups(images.data.data), plans: planGroups(prices.data.data) };
  const terms = orderTerms();
  return {
    offer: {
      ...offers,
      terms,
      addressPrice: addressPrice(prices.data.data),
      start: startOf(offers, asked, terms),
    },
  };
}

export const generateMetadata = () => pageTitle('create');

interface Props {
  params: Promise<GroupScope>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  /** Reads what an organization spends an hour, by its uuid. The page passes it in, since it belongs to `money`. */
  rateOf: (organization: string) => OrganizationRate;
}

async function WizardPage(page: Props) {
  const [scope, query] = await Promise.all([pageParams(page.params), page.searchParams]);
  const asked = readVmPrefill({ get: (name) => [query[name]].flat()[0] ?? null });
  const paying = organizationOf(scope);
  const [t, rights, read, organization, balance] = await Promise.all([
    translator('vms'),
    machineRights(scope),
    readOffer(asked),
    paying,
    // If the URL names the organization, its balance is read without waiting for another read.
    scope.org === unknownOrganization ? paying.then(readBalance) : readBalance(scope.org),
  ]);
  // Not awaited, since the form is shown before it is known.
  const rate =
    balance === null || balance === 'hidden' || organization === unknownOrganization
      ? Promise.resolve(null)
      : page.rateOf(organization).catch(() => null);
  const unread = 'problem' in read ? <CatalogueProblem problem={read.problem} /> : null;
  const notice = rights.create ? unread : <NoMachineAccess create={rights.read} />;
  return (
    <Messages namespaces={['vms', 'machines', 'ssh-keys', 'order', 'created']}>
      <Breadcrumbs
        trail={[{ label: t('title'), href: paths.vms(scope) }, { label: t('create') }]}
      />
      <PageHeader title={t('create')} />
      <FormOrNotice notice={notice}>
        {'offer' in read ? (
          <div className="flex flex-col gap-4">
            <PortalNotice />
            <VmWizard {...{ organization, balance, rate }} {...read.offer} />
          </div>
        ) : null}
      </FormOrNotice>
    </Messages>
  );
}

/** The page that creates a virtual machine. */
export const NewVmPage = withOutline(FormLoading, WizardPage);
