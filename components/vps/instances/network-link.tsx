'use client';
import { useRefused } from '@/components/parts/shell/use-refused';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';

/** The private network of a machine: a link, or its name alone where the account's key sees no networks. */
export function NetworkLink({
  account,
  network: { uuid, name },
}: {
  account: string;
  network: { uuid: string | null; name: string | null };
}) {
  const hidden = useRefused(account, 'read_network');
  if (uuid === null || hidden) return name ?? uuid;
  return <TextLink href={paths.network(account, uuid)}>{name ?? uuid}</TextLink>;
}
