/** Reads of instances: D02, D04, D13, and the consoles D07 and DX4. */
import { invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { Cloud } from '../cloud';
import type { Instance } from './instance';
import { addressOf, detailWire, findInstance, instancesOf, rateOf, rowWire } from './instance';
import { addressPrice, findLocation } from './catalogue';
import { instanceReadyFor } from './power';

/** The rows of one page, by default ten. */
export function paged<Row>(
  rows: Row[],
  query: { limit?: number | undefined; page?: number | undefined },
) {
  const per_page = query.limit ?? 10;
  const page = query.page ?? 1;
  return {
    rows: rows.slice((page - 1) * per_page, page * per_page),
    page: { total: rows.length, page, per_page },
  };
}

implement('D02', ({ query }, { cloud, store, tenant }) => {
  const words = (query.statuses ?? '')
    .split(',')
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean);
  const search = query.search?.toLowerCase() ?? '';
  const all = instancesOf(store, tenant.id);
  const found = all.filter(
    (row) =>
      row.hostname.toLowerCase().includes(search) &&
      (words.length === 0 || words.includes(row.status.toLowerCase())),
  );
  const cost = (row: Instance) => rateOf(row) + (addressOf(store, row.uuid) ? addressPrice : 0);
  const [by, direction] = (query.sort ?? 'create,desc').split(',');
  const sign = direction === 'asc' ? 1 : -1;
  found.sort((a, b) => sign * (by === 'cost' ? cost(a) - cost(b) : a.created_at - b.created_at));
  const { rows, page } = paged(found, query);
  return {
    rows: rows.map((row) => rowWire(cloud, row)),
    page,
    active_operation: all.filter((row) => row.operation_flag !== 0).length,
  };
});

implement('D04', ({ params }, { cloud, store, tenant }) =>
  detailWire(cloud, findInstance(store, tenant.id, params.instance_uuid)),
);

implement('D13', ({ query }, { store, tenant }) => ({
  rows: instancesOf(store, tenant.id)
    .filter((row) => row.location_id === Number(query.location_id) && !addressOf(store, row.uuid))
    .map(({ uuid, hostname }) => ({ uuid, hostname })),
}));

/** The address of a machine's console, in the form that the provider's has. */
function consoleUrl(cloud: Cloud, instance: Instance, ticket: string, port: number): string {
  const location =
    findLocation(instance.location_id)?.name.toLowerCase().replace(' ', '-') ?? 'node';
  const query = new URLSearchParams({
    t: ticket,
    ae: `api.${location}.example.id`,
    n: `${location}-node`,
    i: String(instance.vmid),
    p: String(port),
  });
  return `${cloud.consoleUrl}?${query}`;
}

implement('D07', ({ params }, context) => {
  const { cloud } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'console');
  const grant = cloud.machines.console(instance.uuid);
  if (!grant) throw invalidOperation('Instance is not running');
  const port = grant.tcpPort ?? 5900 + (instance.vmid % 100);
  return { url: consoleUrl(cloud, instance, grant.ticket, port), password: grant.password };
});

implement('DX4', ({ params, body }, context) => {
  const { cloud } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'console');
  const grant = cloud.machines.serial(instance.uuid, body.after);
  if (!grant) throw invalidOperation('Instance is not running');
  const { user, ticket, position } = grant;
  const url = consoleUrl(cloud, instance, ticket, 5900 + (instance.vmid % 100));
  return { url, user, ticket, position };
});
