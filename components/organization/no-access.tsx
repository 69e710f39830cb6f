import { ShieldX } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';

/** Stands in place of what this person's role may not read. */
export function NoAccess({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="border-line bg-surface rounded-md border">
      <EmptyState icon={<ShieldX aria-hidden />} title={title}>
        {children}
      </EmptyState>
    </div>
  );
}
