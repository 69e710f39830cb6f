'use client';
import { createContext, useContext } from 'react';
import type { Firewall } from '@/lib/firewall/model';
import type { Viewer } from '@/lib/firewall/viewer';

/** What every part of the tab needs: the instance, its firewall, and the address of the viewer. */
export interface FirewallHere {
  instance: string;
  firewall: Firewall;
  viewer: Viewer;
  /** Why nothing can be changed now, in words; null where it can. */
  locked: string | null;
}

/** Provides it to the tab and its dialogs. */
export const FirewallContext = createContext<FirewallHere | null>(null);

/** @throws Error outside the tab */
export function useFirewallHere(): FirewallHere {
  const here = useContext(FirewallContext);
  if (!here) throw new Error('used outside the firewall of an instance');
  return here;
}
