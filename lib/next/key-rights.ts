/** What the shell and the pages know of a DewaVPS key's rights. Server only. */
import { headers } from 'next/headers';
import { keyAccessOf, type KeyAccess } from '@/lib/backend/key-access';
import { keyRights, type KeyRight } from '@/lib/contract/permissions';
import { askRights, hashOf, type ReadRight } from '@/lib/session/key-rights';
import type { Account } from '@/lib/session/session';
import { currentSession } from './session';

/** Milliseconds that a page waits to learn what its navigation goes by. */
const waitAtMost = 700;
/** What it goes by; the rest is learnt by the pages that show it. */
const wanted: readonly ReadRight[] = ['read_instance', 'read_network'];

const refusedOf = ({ rights }: KeyAccess): KeyRight[] =>
  keyRights.filter((right) => rights[right] === 'refused');

/**
 * What a key is known to be refused; what isn't known yet counts as granted. Learns whether it sees machines and
 * networks by the calls of their pages, so that it costs none there and elsewhere two in ten minutes.
 */
export async function refusedRights({ key }: Pick<Account, 'key'>): Promise<KeyRight[]> {
  const hash = hashOf(key);
  const known = keyAccessOf(hash);
  const open = wanted.filter((right) => known.rights[right] === null);
  if (open.length === 0 || known.key === 'refused') return refusedOf(known);
  const requestId = (await headers()).get('x-request-id') ?? undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, waitAtMost);
  });
  await Promise.race([askRights(key, open, { requestId }), late]).finally(() =>
    clearTimeout(timer),
  );
  const [now, before] = [keyAccessOf(hash), keyAccessOf(hash, { old: true })];
  // What is still on its way, or couldn't be asked, is as it was last known.
  return keyRights.filter((right) => {
    const waited = (open as readonly KeyRight[]).includes(right);
    return (now.rights[right] ?? (waited ? before.rights[right] : null)) === 'refused';
  });
}

/** Whether the key of an account of this session is known to be refused a right; asks nobody. */
export async function isRefused(slug: string, right: KeyRight): Promise<boolean> {
  const account = (await currentSession())?.accounts.find((each) => each.slug === slug);
  return account !== undefined && keyAccessOf(hashOf(account.key)).rights[right] === 'refused';
}
