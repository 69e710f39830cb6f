import type { Metadata } from 'next';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';
import { requireSession } from '@/lib/next/session';
import { paths } from '@/lib/paths';
import { settings } from '@/lib/settings';
import { NoAccess } from '../no-access';
import { NewOrganizationForm } from './new-form';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('new-organization'))('heading') };
}

/** The page that creates an organization. */
export async function NewOrganizationPage() {
  const [t, session] = await Promise.all([
    translator('new-organization'),
    requireSession(paths.newOrganization()),
  ]);
  return (
    <Messages namespaces={['new-organization', 'icons', 'rights']}>
      <Breadcrumbs trail={[{ label: t('heading') }]} />
      <PageHeader title={t('heading')} description={t('description')} />
      {session.awanio ? (
        <NewOrganizationForm financeLevel={settings().NUSA_FINANCE_LEVEL ?? null} />
      ) : (
        <NoAccess title={t('noAccess.title')}>{t('noAccess.text')}</NoAccess>
      )}
    </Messages>
  );
}
