import {
  Archive,
  Boxes,
  Cpu,
  FolderKanban,
  Globe,
  HardDrive,
  KeyRound,
  Link2,
  Receipt,
  Server,
  Users,
} from 'lucide-react';

/** The icons of scopes. */
export const kindIcons = { organization: Boxes, project: FolderKanban, account: Server } as const;

/** The icons of resources. */
export const resourceIcons = {
  instance: Server,
  vm: Server,
  baremetal: Cpu,
  bucket: Archive,
  network: Link2,
  address: Globe,
  volume: HardDrive,
  'ssh-key': KeyRound,
  member: Users,
  invoice: Receipt,
} as const;
