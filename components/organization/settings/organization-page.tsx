import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('organization-settings'))('heading') };
}

/** The settings of an organization. */
export async function OrganizationSettingsPage() {
  const t = await translator('organization-settings');
  return (
    <>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} />
    </>
  );
}
