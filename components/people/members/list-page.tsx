import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('members'))('heading') };
}

/** The page with the members of an organization or project. */
export async function MemberListPage() {
  const t = await translator('members');
  return (
    <>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} />
    </>
  );
}
