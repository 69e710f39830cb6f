'use client';
import { useRefused } from '@/components/parts/shell/use-refused';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

/** The private network of a machine: a link, or its name alone where the account's key sees no networks. */
export function NetworkLink({
  network: { uuid, name },
}: {
  network: { uuid: string | null; name: string | null };
}) {
  const account = useAccount();
  const hidden = useRefused('read_network');
  if (uuid === null || hidden) return name ?? uuid;
  return <TextLink href={paths.network(account, uuid)}>{name ?? uuid}</TextLink>;
}
