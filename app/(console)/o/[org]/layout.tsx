import type { ReactNode } from 'react';
import { pageParams } from '@/lib/next/params';
import { GroupScope } from '@/lib/query/scope';

interface Props {
  params: Promise<{ org: string }>;
  children: ReactNode;
}

/** Says which organization its pages are about. It reads nothing: who is in a project alone can't read that. */
export default async function OrganizationLayout({ params, children }: Props) {
  const { org } = await pageParams(params);
  return <GroupScope org={org}>{children}</GroupScope>;
}
