'use client';
import { useRefused } from '@/components/parts/shell/use-refused';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

/** A link to a machine's private network; only its name when the account's key may not read networks. */
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
