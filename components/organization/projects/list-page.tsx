import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-projects'))('heading') };
}

/** The page with the projects of an organization. */
export async function ProjectListPage() {
  const t = await translator('organization-projects');
  return (
    <>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} />
    </>
  );
}
