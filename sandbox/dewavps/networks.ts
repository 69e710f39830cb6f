/** Private networks: list, detail, creation, gateway: D49–D53, D55, D56. */
import { durations } from '../cloud';
import type { Store } from '../db';
import { handleJob } from '../job-handlers';
import { invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import { findLocation } from './catalogue';
import type { Instance } from './instance';
import { addressOf } from './instance';
import { dateTextPlain } from './text';
import { findNetwork, keepNetwork, membersOf, networksOf, privateMac } from './vswitch';

/** The most private networks of one customer. */
const networkQuota = 20;

interface Head {
  uuid: string;
  hostname: string;
  private_ip: string | null;
}
const gatewayOf = (store: Store, uuid: string | null) =>
  uuid
    ? (store.get<Head>('select uuid, hostname, private_ip from instances where uuid = ?', uuid) ??
      null)
    : null;

implement('D49', ({ query }, { store, tenant }) => ({
  rows: networksOf(store, tenant.id)
    .filter(
      (row) => query.location_id === undefined || row.location_id === Number(query.location_id),
    )
    .filter((row) => row.name.toLowerCase().includes(query.search?.toLowerCase() ?? ''))
    .map((row) => ({
      uuid: row.uuid,
      id: row.number,
      name: row.name,
      tag: row.tag,
      location: findLocation(row.location_id)?.name ?? null,
      location_flag: 'id',
      network_ip: row.network,
      gateway: gatewayOf(store, row.gateway_uuid),
      status: row.status,
      created_at: dateTextPlain(row.created_at),
    })),
}));

implement('D50', ({ params }, { store, tenant }) => {
  const row = findNetwork(store, tenant.id, params.vswitch_uuid);
  const location = findLocation(row.location_id);
  return {
    uuid: row.uuid,
    id: row.number,
    name: row.name,
    tag: row.tag,
    vid: `vloc${row.tag}`,
    location: location ? { id: location.id, name: location.name } : null,
    network_ip: row.network,
    total_active_instance: membersOf(store, row.uuid).filter(({ status }) => status === 'Running')
      .length,
    status: row.status,
    gateway: gatewayOf(store, row.gateway_uuid),
    created_at: dateTextPlain(row.created_at),
    last_update_at: dateTextPlain(row.updated_at),
  };
});

implement('D51', ({ params }, { store, tenant }) => ({
  rows: membersOf(store, findNetwork(store, tenant.id, params.vswitch_id).uuid).map((row) => ({
    instance_uuid: row.uuid,
    hostname: row.hostname,
    private_ip: row.private_ip,
    mac_address: privateMac(row.uuid),
    status: row.status,
  })),
}));

implement('D52', ({ body }, { cloud, store, tenant, now }) => {
  const location = findLocation(Number(body.location_id));
  const known = networksOf(store, tenant.id);
  const taken = known.some(({ name }) => name.toLowerCase() === body.name.toLowerCase());
  if (!location || taken) {
    throw invalid({
      ...(location ? {} : { location_id: ['The selected location id is invalid.'] }),
      ...(taken ? { name: ['The name has already been taken.'] } : {}),
    });
  }
  if (known.length >= networkQuota)
    throw invalidOperation(`You can have at most ${networkQuota} private networks`);
  return store.transaction(() => {
    const of = { name: body.name, location_id: location.id, at: now, status: 'Pending' };
    const { uuid, name, status } = keepNetwork(cloud, tenant.id, of);
    cloud.later(tenant.id, 'vswitch.ready', uuid, durations.network, now);
    return { uuid, name, status };
  });
});

handleJob('vswitch.ready', (cloud, job) => {
  const status = cloud.fails(job, 'D52') ? 'Error' : 'Active';
  cloud.store.update('vswitches', { uuid: job.target }, { status, updated_at: job.due_at });
});

/** Whether a machine can be a gateway: it connects the others to the internet, so it needs a public address, too. */
const canRoute = (store: Store, member: Instance) => addressOf(store, member.uuid) !== undefined;

implement('D53', ({ params, body }, { store, tenant, now }) => {
  const network = findNetwork(store, tenant.id, params.vswitch_uuid);
  if (network.status !== 'Active') throw invalidOperation('Private Network is not active');
  const wrong = (text: string) => invalid({ public_gateway: [text] });
  const member = membersOf(store, network.uuid).find(({ uuid }) => uuid === body.public_gateway);
  if (!member) throw wrong('The selected instance is not in this private network.');
  if (!canRoute(store, member)) throw wrong('The selected instance has no public address.');
  store.update('vswitches', { uuid: network.uuid }, { gateway_uuid: member.uuid, updated_at: now });
  return { uuid: network.uuid, name: network.name, gateway: gatewayOf(store, member.uuid) };
});

implement('D55', ({ query }, { store, tenant }) => {
  const network = findNetwork(store, tenant.id, query.vswitch_uuid);
  const here = network.location_id === Number(query.location_id);
  return {
    rows: (here ? membersOf(store, network.uuid) : []).flatMap((member) => {
      const address = addressOf(store, member.uuid);
      if (!address) return [];
      const { uuid, hostname, private_ip } = member;
      return { uuid, hostname, ip_address: address.address, private_ip };
    }),
  };
});

implement('D56', ({ query }, { store, tenant }) => ({
  rows: networksOf(store, tenant.id)
    .filter((row) => row.location_id === Number(query.location_id) && row.status === 'Active')
    .map(({ uuid, name }) => ({ uuid, name })),
}));
