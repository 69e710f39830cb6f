'use client';
import { createContext, useContext } from 'react';
import type { Firewall } from '@/lib/firewall/model';
import type { Viewer } from '@/lib/firewall/viewer';

/** What every part of the tab needs: the instance, its firewall, and the address of the viewer. */
export interface FirewallTab {
  instance: string;
  firewall: Firewall;
  viewer: Viewer;
  /** Says why nothing can be changed now; null when it can. */
  locked: string | null;
}

/** Gives the tab and its dialogs what they share. */
export const FirewallContext = createContext<FirewallTab | null>(null);

/** Reads what the parts of the tab share. @throws Error outside the tab */
export function useFirewallTab(): FirewallTab {
  const tab = useContext(FirewallContext);
  if (!tab) throw new Error('used outside the firewall of an instance');
  return tab;
}
