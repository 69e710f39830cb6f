import type { ReactNode } from 'react';
import { pageParams } from '@/lib/next/params';
import { GroupScope } from '@/lib/query/scope';

interface Props {
  params: Promise<{ org: string }>;
  children: ReactNode;
}

/** Tells its pages their organization. It reads nothing, since a member of a project may not read the organization. */
export default async function OrganizationLayout({ params, children }: Props) {
  const { org } = await pageParams(params);
  return <GroupScope org={org}>{children}</GroupScope>;
}
