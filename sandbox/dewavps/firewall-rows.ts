/** Rows of a machine's firewall: rules in the order in which they are tried, and IP sets. */
import { randomUUID } from 'node:crypto';
import type { Store } from '../db';
import type { Instance } from './instance';

export interface Rule {
  uuid: string;
  tenant_id: string;
  instance_uuid: string;
  action: 'A' | 'D';
  protocol: 'tcp' | 'udp';
  /** `80` or `8000:9000` */
  port: string;
  source_ip: string | null;
  ipset_id: number | null;
  description: string;
  enabled: number;
  created_at: number;
}

export interface IpSet {
  id: number;
  tenant_id: string;
  instance_uuid: string;
  name: string;
  description: string;
  created_at: number;
}

export interface IpSetEntry {
  uuid: string;
  ipset_id: number;
  cidr: string;
  description: string;
}

/** The rules of a machine in the order in which they are tried, oldest first. */
export const rulesOf = (store: Store, instanceUuid: string) =>
  store.all<Rule>(
    'select * from firewall_rules where instance_uuid = ? order by rowid',
    instanceUuid,
  );

export const setsOf = (store: Store, instanceUuid: string) =>
  store.all<IpSet>('select * from ipsets where instance_uuid = ? order by id', instanceUuid);

export const entriesOf = (store: Store, ipsetId: number) =>
  store.all<IpSetEntry>('select * from ipset_entries where ipset_id = ? order by rowid', ipsetId);

export function keepRule(
  store: Store,
  instance: Pick<Instance, 'uuid' | 'tenant_id'>,
  rule: Omit<Rule, 'uuid' | 'tenant_id' | 'instance_uuid' | 'created_at'>,
  at: number,
): Rule {
  const kept: Rule = {
    uuid: randomUUID(),
    tenant_id: instance.tenant_id,
    instance_uuid: instance.uuid,
    created_at: at,
    ...rule,
  };
  store.insert('firewall_rules', { ...kept });
  return kept;
}

export function keepSet(
  store: Store,
  instance: Pick<Instance, 'uuid' | 'tenant_id'>,
  named: Pick<IpSet, 'name' | 'description'>,
  at: number,
): IpSet {
  const { uuid: instance_uuid, tenant_id } = instance;
  const { name, description } = named;
  const row = { tenant_id, instance_uuid, name, description, created_at: at };
  return { id: store.insert('ipsets', row), ...row };
}

export function keepEntry(
  store: Store,
  ipsetId: number,
  said: Pick<IpSetEntry, 'cidr' | 'description'>,
): IpSetEntry {
  const entry = { uuid: randomUUID(), ipset_id: ipsetId, ...said };
  store.insert('ipset_entries', entry);
  return entry;
}

/** Copies the policy, rules and sets to a copy of a machine. */
export function copyFirewall(store: Store, from: Instance, to: string, at: number): void {
  const copy = { uuid: to, tenant_id: from.tenant_id };
  const sets = new Map<number, number>();
  for (const set of setsOf(store, from.uuid)) {
    const { id } = keepSet(store, copy, set, at);
    sets.set(set.id, id);
    for (const { cidr, description } of entriesOf(store, set.id))
      keepEntry(store, id, { cidr, description });
  }
  for (const { action, protocol, port, source_ip, ipset_id, description, enabled } of rulesOf(
    store,
    from.uuid,
  )) {
    const set = ipset_id === null ? null : (sets.get(ipset_id) ?? null);
    const rule = { action, protocol, port, source_ip, ipset_id: set, description, enabled };
    keepRule(store, copy, rule, at);
  }
  store.update('instances', { uuid: to }, { policy: from.policy });
}
