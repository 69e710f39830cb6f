import type { Metadata } from 'next';
import { FormOrNotice } from '@/components/parts/forms/form-or-notice';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { FormLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths, type GroupScope } from '@/lib/paths';
import { machineRights } from '../vms/access';
import { addressPrice } from '../vms/catalogue';
import { groupParams } from '../vms/group';
import { CatalogueProblem } from '../vms/wizard/catalogue-problem';
import { orderTerms, organizationOf } from '../vms/wizard-page';
import { NoMetalAccess } from './no-access';
import { OrderForm } from './order-form';
import { metalImages, packagesOf } from './packages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('bare-metal'))('order.title') };
}

async function OrderPage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  const [t, rights, organization, packages, images, prices] = await Promise.all([
    translator('bare-metal'),
    machineRights(scope),
    organizationOf(scope),
    readForPage('A32', { params: groupParams(scope) }),
    readForPage('A33', {}),
    readForPage('A34', {}),
  ]);
  const trail = [{ label: t('heading'), href: paths.baremetals(scope) }];
  const problem = packages.problem ?? images.problem;
  const unread = problem ? <CatalogueProblem problem={problem} /> : null;
  const notice = rights.create ? unread : <NoMetalAccess order={rights.read} />;
  return (
    <Messages namespaces={['bare-metal', 'machines', 'vms', 'ssh-keys', 'order']}>
      <Breadcrumbs trail={[...trail, { label: t('order.title') }]} />
      <PageHeader title={t('order.title')} />
      <FormOrNotice notice={notice}>
        {notice ? null : (
          <OrderForm
            organization={organization}
            packages={packagesOf(packages.data?.data ?? [])}
            images={metalImages(images.data?.data ?? [])}
            // Without it, the price of an address is unknown, and the rest can be ordered.
            addressPrice={prices.data ? addressPrice(prices.data.data) : null}
            keyId={orderTerms().keyId}
          />
        )}
      </FormOrNotice>
    </Messages>
  );
}

/** The page that orders bare-metal machines. */
export const NewMetalPage = withOutline(FormLoading, OrderPage);
