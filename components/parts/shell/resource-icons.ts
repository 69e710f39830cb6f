import { Archive, Container, Cpu, Receipt, Server, Users } from 'lucide-react';
import { accountIcons } from './kind-icons';

/** The icons of all resources. A file of its own, so that an account's lists load only their own icons. */
export const resourceIcons = {
  ...accountIcons,
  vm: Server,
  cluster: Container,
  baremetal: Cpu,
  bucket: Archive,
  member: Users,
  invoice: Receipt,
} as const;
