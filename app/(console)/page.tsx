import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/next/intl';

export default async function Home() {
  const t = await translator('shell');
  return <PageHeader title={t('home')} />;
}
