import type { Firewall } from '@/lib/firewall/model';
import type { Viewer } from '@/lib/firewall/viewer';

/** What every part of the page needs: the instance, its firewall, and the address of the viewer. */
export interface FirewallContext {
  account: string;
  instance: string;
  /** What the machine is called. */
  name: string;
  firewall: Firewall;
  viewer: Viewer;
  /** Why nothing can be changed now, in words; null where it can. */
  locked: string | null;
}
