import { Boxes, FolderKanban, Globe, HardDrive, KeyRound, Link2, Server } from 'lucide-react';

/** What stands beside a scope. */
export const kindIcons = { organization: Boxes, project: FolderKanban, account: Server } as const;

/** What stands beside each resource. */
export const resourceIcons = {
  instance: Server,
  vm: Server,
  network: Link2,
  address: Globe,
  volume: HardDrive,
  'ssh-key': KeyRound,
} as const;
