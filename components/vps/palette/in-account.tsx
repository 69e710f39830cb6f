import type { ReactNode } from 'react';
import { AccountScope } from '@/lib/query/scope';

/** What the palette does in an account. @param where its slug */
export function InAccount({ where, children }: { where: string; children: ReactNode }) {
  return <AccountScope account={where}>{children}</AccountScope>;
}
