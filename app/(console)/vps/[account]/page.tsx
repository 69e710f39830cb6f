import type { Metadata } from 'next';
import { ScopePage } from '@/components/dashboards/scope-page';
import { decodePart } from '@/lib/contract/well-formed';
import { translator } from '@/lib/next/intl';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await translator('dashboards'))('title') };
}

export default async function Page({ params }: { params: Promise<{ account: string }> }) {
  const { account } = await params;
  return <ScopePage scopeKey={`vps/${decodePart(account)}`} />;
}
