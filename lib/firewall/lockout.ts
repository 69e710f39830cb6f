/** Whether a change of a firewall would shut SSH: for everyone, or for the person who makes it. */
import { isNobody } from './addresses';
import { decide, outcomeAt } from './decide';
import type { Firewall } from './model';
import { ssh } from './services';
import type { Viewer } from './viewer';

export type Lockout =
  /** Nobody could reach SSH any more. */
  | { kind: 'everyone' }
  /** The viewer, by this address, couldn't any more; others could. */
  | { kind: 'viewer'; address: string };

/** Whether anybody gets in by SSH, as far as the rules and the policy are known. */
export const someoneBySsh = (firewall: Firewall): boolean =>
  !isNobody(outcomeAt(firewall, ssh.protocol, ssh.ports).accepted);

/** Whether the viewer gets in by SSH; null where their address says nothing of it. */
export function viewerBySsh(firewall: Firewall, viewer: Viewer): 'accept' | 'drop' | null {
  if (viewer.kind !== 'public') return null;
  const connection = { from: viewer.address, protocol: ssh.protocol, port: ssh.ports[0] };
  return decide(firewall, connection)?.verdict ?? null;
}

/** What a change would shut that was open before; nothing where it was shut already. */
export function lockouts(before: Firewall, after: Firewall, viewer: Viewer): readonly Lockout[] {
  if (!someoneBySsh(before)) return [];
  if (!someoneBySsh(after)) return [{ kind: 'everyone' }];
  const was = viewerBySsh(before, viewer);
  const is = viewerBySsh(after, viewer);
  return was === 'accept' && is !== 'accept' && viewer.kind === 'public'
    ? [{ kind: 'viewer', address: viewer.address }]
    : [];
}
