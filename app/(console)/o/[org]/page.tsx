import type { Metadata } from 'next';
import { ScopePage } from '@/components/dashboards/scope-page';
import { translator } from '@/lib/next/intl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('dashboards'))('title') };
}

export default async function Page({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return <ScopePage scopeKey={`o/${org}`} />;
}
