/** The inputs of the network page's reads. Server and browser share them, so that the browser finds the server's answers. */
import type { Input } from '@/lib/contract/types';
import type { NetworkDetail } from './network';

/** D50's input: the network. @param network its uuid */
export const detailInput = (network: string): Input<'D50'> => ({
  params: { vswitch_uuid: network },
});

/** D51's input: its machines. @param network its uuid */
export const membersInput = (network: string): Input<'D51'> => ({
  params: { vswitch_id: network },
});

/** D55's input: the machines of the network that have a public address. */
export const routersInput = ({ uuid, location }: NetworkDetail): Input<'D55'> => ({
  query: { location_id: location?.id ?? '', vswitch_uuid: uuid },
});
