import { Suspense, type ReactNode } from 'react';
import { SuspendedNote } from '@/components/organization/settings/suspended-note';
import { OpenPayments } from '@/components/money/top-up/open-payments';
import { scopeTitles } from '@/components/parts/shell/scope-titles';
import { messagesAddress } from '@/lib/next/intl';
import { pageParams } from '@/lib/next/params';
import { GroupScope } from '@/lib/query/scope';

interface Props {
  params: Promise<{ org: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>) {
  const { org } = await pageParams(params);
  return scopeTitles(`o/${org}`);
}

/**
 * Tells its pages, and those of its projects, their organization, and says above them if it is suspended, or which payments aren't finished. It reads nothing
 * of the organization itself, since a member of a project may not. The pages don't wait for the note.
 */
export default async function OrganizationLayout({ params, children }: Props) {
  const [{ org }, words] = await Promise.all([pageParams(params), messagesAddress(['payments'])]);
  return (
    <GroupScope org={org}>
      <Suspense fallback={null}>
        <SuspendedNote org={org} />
      </Suspense>
      <OpenPayments of={{ org }} words={words} />
      {children}
    </GroupScope>
  );
}
