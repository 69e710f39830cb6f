/** A copy of a machine: D06. */
import { durations } from '../cloud';
import { onJob } from '../jobs';
import { implement } from '../registry';
import { findTemplate, machinePrice } from './catalogue';
import type { Errors } from './checks';
import { checkHostname, checkLimits, checkTier, needMoney, refuseErrors, say } from './checks';
import { copyFirewall } from './firewall-rows';
import type { Instance } from './instance';
import { echoWire } from './instance';
import { keepInstance } from './order';
import { begin, breakDown, goOn, ready } from './power';

/**
 * The copy has the size, system, accounts and firewall of the machine, and neither an address nor a private
 * network; it ends stopped, so that the two never run as one another. Both are busy while it lasts.
 */
implement('D06', ({ params, body }, context) => {
  const { cloud, store, tenant, account, now } = context;
  const source = ready(context, params.instance_uuid, 'clone');
  const order = {
    ...source,
    hostname: body.hostname,
    location_id: Number(body.location_id),
    tier_id: Number(body.tier_id),
    use_public_ip: false,
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
  needMoney(cloud, account, machinePrice({ ...order, backup: false }, true), 'instance');
  const copy = store.transaction(() => {
    const kept = keepInstance(cloud, tenant.id, order, now, { copying: true });
    const payload = { source: source.uuid };
    cloud.later(tenant.id, 'instance.cloned', kept.uuid, durations.clone, now, payload);
    cloud.later(tenant.id, 'instance.copied', source.uuid, durations.clone, now);
    begin(cloud, source, 'clone', 'Cloning', now, source.status);
    return kept;
  });
  return echoWire(copy);
});

onJob('instance.cloned', (cloud, { target, due_at, payload, ...job }) => {
  const { source } = JSON.parse(payload) as { source: string };
  const row = cloud.store.get<Instance>('select * from instances where uuid = ?', source);
  if (cloud.fails(job, 'D06') || !row || row.operation === 'delete')
    return breakDown(cloud, target, due_at);
  copyFirewall(cloud.store, row, target, due_at);
  goOn(cloud, target, due_at);
});

/** The machine itself goes on as it was, whatever became of the copy. */
onJob('instance.copied', (cloud, { target, due_at }) => goOn(cloud, target, due_at));
