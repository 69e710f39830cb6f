/** Whether this page has uploads, so that the shell loads what shows them. Small, since every page has it. */
import { makeStore } from '@/lib/store';
import { keep, readKept } from './storage';

/** True once there are uploads. */
export const transfersAsked = makeStore(false);

const name = 'transfers';

/** Notes that uploads are kept for this person, so that the next page looks for them. */
export function noteTransfers(identity: string): void {
  keep(identity, name, true);
  transfersAsked.set(true);
}

/** Looks whether an earlier page of this person kept uploads. */
export function lookForTransfers(identity: string): void {
  if (readKept(identity, name) === true) transfersAsked.set(true);
}

/** Asks whether to go on where uploads are under way; set by what shows them. False stays. */
export const beforeSignOut = makeStore<(() => Promise<boolean>) | null>(null);
