import { Calculator } from 'lucide-react';
import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths, type GroupScope } from '@/lib/paths';
import { mayCreate } from '../../offers/group/may-create';
import { LinesLink } from '../../estimate/lines-link';
import { CatalogueView } from './catalogue-view';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('catalogue'))('heading') };
}

async function CataloguePage(page: { params: Promise<GroupScope> }) {
  const scope = await pageParams(page.params);
  const [t, may, plans, images] = await Promise.all([
    translator('catalogue'),
    mayCreate(scope),
    // Without a filter, since the documented filters know machines and bare metal alone.
    readForPage('A34', {}),
    readForPage('A33', {}),
  ]);
  return (
    <Messages namespaces={['catalogue', 'machines', 'organization-volumes', 'clusters']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={
          <LinesLink path={paths.groupEstimate(scope)} icon={<Calculator aria-hidden />}>
            {t('toEstimate')}
          </LinesLink>
        }
      />
      <Hydrate answers={[...plans.answers, ...images.answers]}>
        <CatalogueView may={may} problems={{ A33: images.problem, A34: plans.problem }} />
      </Hydrate>
    </Messages>
  );
}

/** The page of what the provider offers to an organization or project, with prices. */
export const GroupPricesPage = withOutline(ListLoading, CataloguePage);
