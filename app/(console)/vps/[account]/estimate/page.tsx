import { Tag } from 'lucide-react';
import type { Metadata } from 'next';
import { LinesLink } from '@/components/money/estimate/lines-link';
import { VpsEstimate } from '@/components/money/estimate/vps/vps-estimate';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { PageHeader } from '@/components/ui/page-header';
import { Hydrate } from '@/lib/next/hydrate';
import { translator } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { readForPage } from '@/lib/next/read-for-page';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('estimate'))('heading') };
}

async function EstimatePage({ params }: { params: Promise<{ account: string }> }) {
  const { account } = await pageParams(params);
  const [t, locations, summary] = await Promise.all([
    translator('estimate'),
    readForPage('D75', {}, account),
    readForPage('D78', {}, account),
  ]);
  return (
    <Messages namespaces={['estimate', 'machines', 'volumes', 'addresses']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader
        title={t('heading')}
        description={t('description')}
        actions={
          <LinesLink path={paths.prices(account)} icon={<Tag aria-hidden />}>
            {t('toPrices')}
          </LinesLink>
        }
      />
      <Hydrate answers={[...locations.answers, ...summary.answers]}>
        <VpsEstimate problem={locations.problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, EstimatePage);
