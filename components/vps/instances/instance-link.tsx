'use client';
import type { ReactNode } from 'react';
import { useRefused } from '@/components/parts/shell/use-refused';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

/** A link to an instance; only its name when the account's key may not read instances. */
export function InstanceLink({ uuid, children }: { uuid: string; children: ReactNode }) {
  const account = useAccount();
  const hidden = useRefused('read_instance');
  if (hidden) return <span className="wrap-anywhere">{children}</span>;
  return (
    <TextLink href={paths.instance(account, uuid)} className="wrap-anywhere">
      {children}
    </TextLink>
  );
}
