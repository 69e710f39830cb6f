import { fixedUuid } from '../ids';
import type { Group } from './groups';

/** A Kubernetes cluster, as the database stores it. */
export interface Cluster {
  uuid: string;
  /** The number of the cluster in the links of its addresses. */
  id: number;
  tenant_id: string;
  organization_uuid: string;
  group_type: Group['type'];
  group_uuid: string;
  user_uuid: string;
  name: string;
  /** The uuid of a version. */
  version: string;
  pricing_uuid: string;
  /** The plan of its volume. */
  pv_pricing_uuid: string | null;
  replicas: number;
  /** `pending`, `not_running`, `running`. */
  status: string;
  /** A JSON list of texts. */
  tags: string;
  reserved_ip_uuid: string | null;
  private_ip: string | null;
  /** When the number of nodes last changed. */
  scaled_at: number;
  /** The end of the administrator's certificate by the real clock; null before the first one. */
  certificate_until_real: number | null;
  created_at: number;
  updated_at: number;
}

/** The nodes of a cluster without and with high availability. */
export const replicasOf = (highlyAvailable: boolean) => (highlyAvailable ? 3 : 1);

/** The Kubernetes versions, newest first; one ends in 0, which a number would lose. */
export const versions = ['1.33', '1.32', '1.30'].map((name) => ({
  uuid: fixedUuid(`kubernetes ${name}`),
  name,
  etcd: name === '1.30' ? '3.5.12' : '3.5.21',
}));
export const findVersion = (uuid: string) => versions.find((item) => item.uuid === uuid);
