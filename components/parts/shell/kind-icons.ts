import { Boxes, FolderKanban, Globe, HardDrive, KeyRound, Link2, Server } from 'lucide-react';

/** The icons of scopes. */
export const kindIcons = { organization: Boxes, project: FolderKanban, account: Server } as const;

/** The icons of an account's resources. Those of all resources: `./resource-icons`. */
export const accountIcons = {
  instance: Server,
  network: Link2,
  address: Globe,
  volume: HardDrive,
  'ssh-key': KeyRound,
} as const;
