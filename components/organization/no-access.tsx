import { ShieldX } from 'lucide-react';
import { WhyButton } from '@/components/parts/why/why-button';
import type { Lacking } from '@/components/parts/why/why';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';

/**
 * Stands in place of what this person's role may not read.
 * @param lacking the right that the role lacks, for “Why can't I?”; left out where no role helps
 */
export function NoAccess({
  title,
  lacking,
  children,
}: {
  title: string;
  lacking?: Lacking;
  children: ReactNode;
}) {
  return (
    <EmptyState
      framed
      icon={<ShieldX aria-hidden />}
      title={title}
      actions={lacking ? <WhyButton {...lacking} /> : undefined}
    >
      {children}
    </EmptyState>
  );
}
