/** IP sets of a machine's firewall: D43–D47. */
import { readCidr } from '@/lib/contract/reading/network';
import type { Store } from '../db';
import { Refusal, invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { IpSet } from './firewall-rows';
import { entriesOf, keepEntry, keepSet, rulesOf, setsOf } from './firewall-rows';
import type { Instance } from './instance';
import { findInstance } from './instance';
import { paged } from './instances';
import { existingInstance } from './power';

const mostSets = 20;
const mostEntries = 200;

/** Finds a set of a machine. @throws Refusal 404 */
function findSet(store: Store, instance: Instance, id: string): IpSet {
  const found = setsOf(store, instance.uuid).find((row) => String(row.id) === id);
  if (!found) throw new Refusal(404, 'IPSet not found.');
  return found;
}

/** The normal form of an address or block, so that `10.0.0.5/24` and `10.0.0.0/24` are equal. */
const canonical = (text: string): string => readCidr(text).value ?? text;

implement('D43', ({ params, query }, { store, tenant }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  const { rows, page } = paged(setsOf(store, instance.uuid), query);
  return {
    rows: rows.map(({ id, name, description }) => ({
      id,
      name,
      description,
      ip_list: entriesOf(store, id).map((entry) => ({
        id: entry.uuid,
        cidr: entry.cidr,
        description: entry.description,
      })),
    })),
    page,
  };
});

implement('D44', ({ params, body }, context) => {
  const { store, now } = context;
  const instance = existingInstance(context, params.instance_uuid);
  const known = setsOf(store, instance.uuid);
  if (known.some(({ name }) => name.toLowerCase() === body.name.toLowerCase()))
    throw invalid({ name: ['The name has already been taken.'] });
  if (known.length >= mostSets)
    throw invalidOperation(`An instance has at most ${mostSets} IPSets`);
  const { id, name, description } = keepSet(store, instance, body, now);
  return { id, name, description };
});

/** A set can't be deleted while a rule uses it, even a disabled one. */
implement('D45', ({ params }, context) => {
  const { store } = context;
  const instance = existingInstance(context, params.instance_uuid);
  const set = findSet(store, instance, params.ipset_id);
  if (rulesOf(store, instance.uuid).some(({ ipset_id }) => ipset_id === set.id))
    throw invalidOperation('IPSet is used by a firewall rule');
  store.run('delete from ipsets where id = ?', set.id);
  return null;
});

implement('D46', ({ params, body }, context) => {
  const { store } = context;
  const set = findSet(store, existingInstance(context, params.instance_uuid), params.ipset_id);
  const known = entriesOf(store, set.id);
  const wanted = canonical(body.cidr);
  if (known.some(({ cidr }) => canonical(cidr) === wanted))
    throw invalid({ cidr: ['The cidr has already been taken.'] });
  if (known.length >= mostEntries)
    throw invalidOperation(`An IPSet has at most ${mostEntries} entries`);
  const { uuid, cidr, description } = keepEntry(store, set.id, body);
  return { id: uuid, cidr, description };
});

implement('D47', ({ params }, context) => {
  const { store } = context;
  const set = findSet(store, existingInstance(context, params.instance_uuid), params.ipset_id);
  const entry = entriesOf(store, set.id).find(({ uuid }) => uuid === params.iplist_id);
  if (!entry) throw new Refusal(404, 'IP/CIDR not found.');
  store.run('delete from ipset_entries where uuid = ?', entry.uuid);
  return null;
});
