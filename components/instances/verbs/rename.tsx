import { Pencil } from 'lucide-react';
import { lazy } from 'react';
import type { MakeAction } from './kit';

const RenameDialog = lazy(() => import('./rename-dialog'));

export const rename: MakeAction = ({ account, label, why }) => ({
  id: 'rename',
  label: label('rename'),
  icon: <Pencil aria-hidden />,
  group: 'change',
  reason: (machine) => why('rename', machine),
  dialog: (machine, close) => <RenameDialog account={account} machine={machine} onClose={close} />,
});
