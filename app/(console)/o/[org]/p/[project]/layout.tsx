import type { ReactNode } from 'react';
import { scopeTitles } from '@/components/parts/shell/scope-titles';
import { pageParams } from '@/lib/next/params';
import { GroupScope } from '@/lib/query/scope';

interface Props {
  params: Promise<{ org: string; project: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  const { project } = await pageParams(params);
  return scopeTitles(`p/${project}`);
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
