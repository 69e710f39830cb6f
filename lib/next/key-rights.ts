/** What the shell and the pages know about the rights of a DewaVPS key. Server only. */
import { headers } from 'next/headers';
import { keyAccessOf, type KeyAccess } from '@/lib/backend/key-access';
import { keyRights, type KeyRight } from '@/lib/contract/permissions';
import { askRights, hashOf, type ReadRight } from '@/lib/session/key-rights';
import { paths } from '@/lib/paths';
import type { Account, Session } from '@/lib/session/session';
import type { StartPage } from '@/lib/start-page';
import { currentSession } from './session';

/** Milliseconds that a page waits for the rights that its navigation needs. */
const waitAtMost = 700;
/** The rights that the navigation needs. The others are learnt by the pages that need them. */
const wanted: readonly ReadRight[] = ['read_instance', 'read_network'];

const refusedOf = ({ rights }: KeyAccess): KeyRight[] =>
  keyRights.filter((right) => rights[right] === 'refused');

/**
 * The rights that a key is known to lack; unknown ones count as granted. It learns whether the key sees machines and
 * networks by the calls of their pages: no extra calls there, and two in ten minutes elsewhere.
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
  // Rights that are still being asked for, or couldn't be, are as last known.
  return keyRights.filter((right) => {
    const waited = (open as readonly KeyRight[]).includes(right);
    return (now.rights[right] ?? (waited ? before.rights[right] : null)) === 'refused';
  });
}

/** Whether the key of one of the session's accounts is known to lack a right. Makes no call. */
export async function isRefused(slug: string, right: KeyRight): Promise<boolean> {
  const account = (await currentSession())?.accounts.find((each) => each.slug === slug);
  return account !== undefined && keyAccessOf(hashOf(account.key)).rights[right] === 'refused';
}

/**
 * The page that home leads to where that is known without asking: of a session of one key, its overview, or its bills if
 * they are all that it may see or what the person wants to begin with. Null for others. Signing in has tested the key's
 * right to bills if it may not see machines.
 */
export function onlyPlace(
  { awanio, accounts: [only, another] }: Session,
  start: StartPage = 'home',
): string | null {
  if (awanio || !only || another) return null;
  const { rights } = keyAccessOf(hashOf(only.key), { old: true });
  const billsAlone =
    rights.billing === 'granted' &&
    rights.read_instance === 'refused' &&
    rights.read_network !== 'granted';
  const bills = billsAlone || (start === 'billing' && rights.billing !== 'refused');
  return bills ? paths.vpsBilling(only.slug) : paths.vpsOverview(only.slug);
}
