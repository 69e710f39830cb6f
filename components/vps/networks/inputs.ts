/** What the page of a network asks for; server and browser alike. */
import type { Input } from '@/lib/contract/types';
import type { NetworkDetail } from './network';

export const detailInput = (network: string): Input<'D50'> => ({
  params: { vswitch_uuid: network },
});

export const membersInput = (network: string): Input<'D51'> => ({
  params: { vswitch_id: network },
});

/** The members that have a public address. */
export const routersInput = ({ uuid, location }: NetworkDetail): Input<'D55'> => ({
  query: { location_id: location?.id ?? '', vswitch_uuid: uuid },
});
