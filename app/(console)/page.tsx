import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Suspense } from 'react';
import { onlyList } from '@/components/home/load';
import { Overview } from '@/components/home/overview';
import { Messages } from '@/components/shell/messages';
import { sessionScopes } from '@/components/shell/scopes';
import { PageHeader } from '@/components/ui/page-header';
import { TableSkeleton } from '@/components/ui/skeleton';
import { translator } from '@/lib/next/intl';
import { requireSession, signInUrl } from '@/lib/next/session';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('home'))('title') };
}

/** Every account of this session; with one place to work in, its list. */
export default async function HomePage() {
  await requireSession(paths.home());
  const { scopes, problem } = await sessionScopes();
  if (problem?.code === 'credential_refused') redirect(signInUrl(paths.home(), 'refused'));
  const only = problem === null ? await onlyList(scopes) : null;
  if (only !== null) redirect(only);
  const [t, shell] = await Promise.all([translator('home'), translator('shell')]);
  return (
    <Messages namespaces={['home']}>
      <PageHeader title={t('title')} description={t('intro')} />
      <Suspense fallback={<TableSkeleton label={shell('loading')} />}>
        <Overview scopes={scopes} problem={problem} />
      </Suspense>
    </Messages>
  );
}
