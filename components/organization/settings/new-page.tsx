import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('new-organization'))('heading') };
}

/** The page that creates an organization. */
export async function NewOrganizationPage() {
  const t = await translator('new-organization');
  return (
    <>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} />
    </>
  );
}
