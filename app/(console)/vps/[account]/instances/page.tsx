import { Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { InstanceList } from '@/components/vps/instances/instance-list';
import { instancesInput } from '@/components/vps/instances/list-query';
import { readForPage } from '@/lib/next/read-for-page';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { ListLoading } from '@/components/parts/shell/page-loading';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { isRefused } from '@/lib/next/key-rights';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { Hydrate } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('instances');
  return { title: t('title') };
}

async function InstancesPage({ params, searchParams }: Props) {
  const [{ account }, query, t] = await Promise.all([
    pageParams(params),
    searchParams,
    translator('instances'),
  ]);
  const one = (name: string) => {
    const value = query[name];
    return (Array.isArray(value) ? value[0] : value) ?? null;
  };
  const [{ problem, answers }, unable, a] = await Promise.all([
    readForPage('D02', instancesInput({ get: one }), account),
    isRefused(account, 'write_instance'),
    translator('actions'),
  ]);
  const barred = problem?.code === 'no_access' ? t('noAccessReason') : null;
  const reason = barred ?? (unable ? a('refused.write_instance') : null);
  return (
    <Messages namespaces={['machines', 'instances']}>
      <Breadcrumbs trail={[{ label: t('title') }]} />
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          reason ? (
            <Button variant="primary" icon={<Plus aria-hidden />} disabledReason={reason}>
              {t('create')}
            </Button>
          ) : (
            <ButtonLink
              href={paths.newInstance(account)}
              variant="primary"
              icon={<Plus aria-hidden />}
            >
              {t('create')}
            </ButtonLink>
          )
        }
      />
      <Hydrate answers={answers}>
        <InstanceList problem={problem} />
      </Hydrate>
    </Messages>
  );
}

export default withOutline(ListLoading, InstancesPage);
