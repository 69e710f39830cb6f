import type { Firewall } from '@/lib/firewall/model';
import type { Viewer } from '@/lib/firewall/viewer';

/** Whose firewall a part of the page is about, as it stands, and who looks. */
export interface Place {
  account: string;
  instance: string;
  /** What the machine is called. */
  name: string;
  firewall: Firewall;
  viewer: Viewer;
  /** Why nothing can be changed now, in words; null where it can. */
  locked: string | null;
}
