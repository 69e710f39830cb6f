/** Copies a machine: D06. */
import { durations } from '../cloud';
import { handleJob } from '../job-handlers';
import { implement } from '../registry';
import { addressPrice, findTemplate, machinePrice } from './catalogue';
import type { Errors } from './checks';
import { checkHostname, checkLimits, checkTier, needMoney, refuseErrors, say } from './checks';
import { copyFirewall } from './firewall-rows';
import type { Instance } from './instance';
import { echoWire } from './instance';
import { keepInstance, makeAddress } from './order';
import { beginOperation, failOperation, endUnchanged, instanceReadyFor } from './power';

/**
 * The copy gets the size, system, accounts and firewall of the machine, and its location and tier unless others are
 * requested. It has no private network. It gets its own public address, which is visible after the copying, and then
 * boots, even if the machine is stopped. Both machines are busy while the job runs.
 */
implement('D06', ({ params, body }, context) => {
  const { cloud, store, tenant, account, now } = context;
  const source = instanceReadyFor(context, params.instance_uuid, 'clone');
  const order = {
    ...source,
    hostname: body.hostname,
    location_id: Number(body.location_id ?? source.location_id),
    tier_id: Number(body.tier_id ?? source.tier_id),
    use_public_ip: false, // it gets an address at the end of the copying
    use_dedicated_cpu: source.dedicated === 1,
    include_backup: false,
    ssh_keys: JSON.parse(source.ssh_keys) as string[],
  };
  const errors: Errors = {};
  checkHostname(store, tenant.id, errors, order.hostname);
  const tier = checkTier(errors, order.tier_id, order.location_id);
  const limits: Errors = {};
  if (tier) checkLimits(limits, tier, findTemplate(source.template_id), source);
  for (const text of Object.values(limits).flat()) say(errors, 'tier_id', text);
  refuseErrors(errors);
  const withAddress = body.use_public_ip ?? true;
  const perHour =
    machinePrice({ ...order, backup: false }, true) + (withAddress ? addressPrice : 0);
  needMoney(cloud, account, perHour, 'instance');
  const copy = store.transaction(() => {
    const kept = keepInstance(cloud, tenant.id, order, now, { copying: true });
    const payload = { source: source.uuid, address: withAddress };
    cloud.later(tenant.id, 'instance.cloned', kept.uuid, durations.clone, now, payload);
    cloud.later(tenant.id, 'instance.copied', source.uuid, durations.clone, now);
    beginOperation(cloud, source, 'clone', 'Cloning', now, source.status);
    return kept;
  });
  return echoWire(copy);
});

handleJob('instance.cloned', (cloud, { target, due_at, payload, ...job }) => {
  const { source, address } = JSON.parse(payload) as { source: string; address: boolean };
  const row = cloud.store.get<Instance>('select * from instances where uuid = ?', source);
  if (cloud.fails(job, 'D06') || !row || row.operation === 'delete')
    return failOperation(cloud, target, due_at);
  copyFirewall(cloud.store, row, target, due_at);
  const copy = cloud.store.get<Instance>('select * from instances where uuid = ?', target);
  if (!copy) return;
  if (address) makeAddress(cloud, copy.tenant_id, copy.location_id, target, due_at);
  cloud.machines.start(target);
  cloud.later(copy.tenant_id, 'instance.run', target, durations.create / 4, due_at);
});

/** The source continues as before, even if the copy failed. */
handleJob('instance.copied', (cloud, { target, due_at }) => endUnchanged(cloud, target, due_at));
