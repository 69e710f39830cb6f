import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { FormLoading } from '@/components/parts/shell/page-loading';
import { unknownOrganization } from '@/components/parts/shell/scopes';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { tryRead } from '@/lib/next/backend';
import { withOutline } from '@/lib/next/with-outline';
import { readForPage } from '@/lib/next/read-for-page';
import { pageParams } from '@/lib/next/params';
import { paths, type GroupScope } from '@/lib/paths';
import { machineRights } from './access';
import { addressPrice, fits, imageGroups, planGroups } from './catalogue';
import { CatalogueProblem } from './wizard/catalogue-problem';
import { NoMachineAccess } from './no-access';
import { pageTitle } from './page-title';
import { PortalNotice } from './portal-notice';
import { defaults } from './values';
import type { Balance, OrganizationRate } from './wizard/review';
import { VmWizard, type VmWizardProps } from './wizard/vm-wizard';

/** The uuid of the organization that pays. For a project, it is read from the project. */
async function organizationOf({ org, project }: GroupScope): Promise<string> {
  if (project === undefined) return org;
  const answer = await tryRead('A16', { params: { uuid: project } });
  if (answer.problem?.code === 'not_found') notFound();
  const paying = answer.data?.organization?.uuid ?? org;
  if (org !== unknownOrganization && paying !== org) notFound();
  return paying;
}

/** Reads the balance of the organization: `hidden` if the person may not read it, null if it is billed after use. */
async function balanceOf(organization: string): Promise<Balance> {
  if (organization === unknownOrganization) return 'hidden';
  const { data } = await tryRead('A07', { params: { uuid: organization } });
  if (!data || typeof data.balance !== 'number') return 'hidden';
  return /post/i.test(data.payment_plans ?? '') ? null : { rupiah: data.balance, at: Date.now() };
}

type Offer = Pick<VmWizardProps, 'images' | 'plans' | 'start' | 'addressPrice'>;

async function readOffer() {
  const [images, plans, addresses] = await Promise.all([
    readForPage('A33', {}),
    readForPage('A34', { query: { suitable_for: 'vm' } }),
    // Without its price, the address is still offered, with the note that its price is unknown.
    tryRead('A34', { query: { suitable_for: 'ip' } }),
  ]);
  if (!images.data) return { problem: images.problem };
  if (!plans.data) return { problem: plans.problem };
  const offer: Offer = {
    images: imageGroups(images.data.data),
    plans: planGroups(plans.data.data),
    addressPrice: addresses.data ? addressPrice(addresses.data.data) : null,
    start: defaults,
  };
  const image = offer.images[0]?.choices[0];
  const plan = offer.plans
    .flatMap(({ choices }) => choices)
    .find((one) => !one.soldOut && fits(one, image));
  offer.start = { ...defaults, image: image?.uuid ?? '', plan: plan?.uuid ?? '' };
  return { offer };
}

export const generateMetadata = () => pageTitle('create');

interface Props {
  params: Promise<GroupScope>;
  /** Reads what an organization spends an hour, by its uuid. The page passes it in, since it belongs to `money`. */
  rateOf: (organization: string) => OrganizationRate;
}

async function WizardPage(page: Props) {
  const scope = await pageParams(page.params);
  const paying = organizationOf(scope);
  const [t, rights, { offer, problem }, organization, balance] = await Promise.all([
    translator('vms'),
    machineRights(scope),
    readOffer(),
    paying,
    // If the URL names the organization, its balance is read without waiting for another read.
    scope.org === unknownOrganization ? paying.then(balanceOf) : balanceOf(scope.org),
  ]);
  // Not awaited, since the form is shown before it is known.
  const rate =
    balance === null || balance === 'hidden' || organization === unknownOrganization
      ? Promise.resolve(null)
      : page.rateOf(organization).catch(() => null);
  return (
    <Messages namespaces={['vms', 'machines', 'ssh-keys']}>
      <Breadcrumbs
        trail={[{ label: t('title'), href: paths.vms(scope) }, { label: t('create') }]}
      />
      <PageHeader title={t('create')} />
      {!rights.create ? (
        <NoMachineAccess create={rights.read} />
      ) : offer ? (
        <div className="flex flex-col gap-4">
          <PortalNotice />
          <VmWizard {...{ organization, balance, rate }} {...offer} />
        </div>
      ) : (
        <CatalogueProblem problem={problem} />
      )}
    </Messages>
  );
}

/** The page that creates a virtual machine. */
export const NewVmPage = withOutline(FormLoading, WizardPage);
