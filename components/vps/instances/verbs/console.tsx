import { SquareTerminal } from 'lucide-react';
import { paths } from '@/lib/paths';
import type { MakeAction } from './verb-context';

export const openConsole: MakeAction = ({ account, label, why }) => ({
  id: 'console',
  label: label('console'),
  icon: <SquareTerminal aria-hidden />,
  group: 'use',
  reason: (machine) => why('console', machine),
  href: ({ uuid }) => paths.instanceConsole(account, uuid),
});
