/** Finds out whether a change of a firewall would close SSH for everyone, or for the person who makes it. */
import { isNobody } from './addresses';
import { decide, outcomeAt } from './decide';
import type { Firewall } from './model';
import { ssh } from './services';
import type { Viewer } from './viewer';

/** Who would lose access by SSH. */
export type Lockout =
  /** Nobody could reach SSH. */
  | { kind: 'everyone' }
  /** The viewer's address couldn't reach SSH, but others could. */
  | { kind: 'viewer'; address: string };

/** Whether any address can reach SSH, as far as the rules and the policy are known. */
const anyoneReachesSsh = (firewall: Firewall): boolean =>
  !isNobody(outcomeAt(firewall, ssh.protocol, ssh.ports).accepted);

/** What the firewall does with the viewer's SSH connections; null if their address at the machine isn't known. */
export function viewerSshVerdict(firewall: Firewall, viewer: Viewer): 'accept' | 'drop' | null {
  if (viewer.kind !== 'public') return null;
  const connection = { from: viewer.address, protocol: ssh.protocol, port: ssh.ports[0] };
  return decide(firewall, connection)?.verdict ?? null;
}

/** Lists who would lose SSH by a change; empty if SSH was closed before. */
export function lockouts(before: Firewall, after: Firewall, viewer: Viewer): readonly Lockout[] {
  if (!anyoneReachesSsh(before)) return [];
  if (!anyoneReachesSsh(after)) return [{ kind: 'everyone' }];
  const was = viewerSshVerdict(before, viewer);
  const is = viewerSshVerdict(after, viewer);
  return was === 'accept' && is !== 'accept' && viewer.kind === 'public'
    ? [{ kind: 'viewer', address: viewer.address }]
    : [];
}
