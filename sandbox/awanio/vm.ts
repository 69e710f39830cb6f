import type { Group } from './groups';

/** A machine of Awanio, as the database stores it. */
export interface Vm {
  uuid: string;
  tenant_id: string;
  organization_uuid: string;
  group_type: Group['type'];
  group_uuid: string;
  user_uuid: string;
  title: string;
  hostname: string;
  catalogue_uuid: string;
  pricing_uuid: string;
  status: string;
  mac_address: string;
  private_ip: string | null;
  reserved_ip_uuid: string | null;
  username: string;
  created_at: number;
  updated_at: number;
}
