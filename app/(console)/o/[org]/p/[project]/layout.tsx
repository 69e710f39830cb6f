import type { ReactNode } from 'react';
import { pageParams } from '@/lib/next/params';
import { GroupScope } from '@/lib/query/scope';

interface Props {
  params: Promise<{ org: string; project: string }>;
  children: ReactNode;
}

/** Tells its pages their project. */
export default async function ProjectLayout({ params, children }: Props) {
  const { org, project } = await pageParams(params);
  return (
    <GroupScope org={org} project={project}>
      {children}
    </GroupScope>
  );
}
