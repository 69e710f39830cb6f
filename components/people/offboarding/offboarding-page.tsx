import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('offboarding'))('heading') };
}

/** Takes a person out of an organization and all of its projects. */
export async function OffboardingPage() {
  const t = await translator('offboarding');
  return (
    <>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} />
    </>
  );
}
