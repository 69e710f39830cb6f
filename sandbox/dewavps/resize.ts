/** Changes the size, D18, and the tier, D20; D21 gives the cost of another tier. */
import { durations } from '../cloud';
import { handleJob } from '../job-handlers';
import { monthHours } from '../ledger';
import { invalidOperation } from '../refusal';
import { implement } from '../registry';
import type { Size } from './catalogue';
import { findTemplate, findTier } from './catalogue';
import type { Errors } from './checks';
import { checkLimits, checkTier, needMoney, refuseErrors, say } from './checks';
import type { Instance } from './instance';
import { echoWire, findInstance, hourlyOf } from './instance';
import { beginOperation, failOperation, endUnchanged, instanceReadyFor } from './power';

interface NewSize extends Size {
  dedicated: number;
}

implement('D18', ({ params, body }, context) => {
  const { cloud, tenant, account, now, store } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'resize');
  const { cpu, memory, storage, use_dedicated_cpu } = body;
  const dedicated =
    typeof use_dedicated_cpu === 'boolean' ? Number(use_dedicated_cpu) : instance.dedicated;
  const size: NewSize = { cpu, memory, storage, dedicated };
  const errors: Errors = {};
  const tier = findTier(instance.tier_id);
  if (tier) checkLimits(errors, tier, findTemplate(instance.template_id), size);
  if (storage < instance.storage)
    say(errors, 'storage', `The storage may not be smaller than ${instance.storage}.`);
  refuseErrors(errors);
  const same = (['cpu', 'memory', 'storage', 'dedicated'] as const).every(
    (name) => size[name] === instance[name],
  );
  if (same) throw invalidOperation('Instance has this size already');
  needMoney(cloud, account, hourlyOf(store, { ...instance, ...size }), 'instance');
  cloud.later(tenant.id, 'instance.resized', instance.uuid, durations.resize, now, size);
  return echoWire(beginOperation(cloud, instance, 'resize', 'Resizing', now, 'Stopped'));
});

handleJob('instance.resized', (cloud, { target, due_at, payload, ...job }) => {
  if (cloud.fails(job, 'D18')) return failOperation(cloud, target, due_at);
  const size = JSON.parse(payload) as NewSize;
  cloud.store.update('instances', { uuid: target }, { ...size });
  endUnchanged(cloud, target, due_at);
});

/** Checks that the machine can move to another tier in its location. @throws Refusal 422 */
function checkMove(instance: Instance, tierId: number): void {
  const errors: Errors = {};
  const tier = checkTier(errors, tierId, instance.location_id);
  const limits: Errors = {};
  if (tier) checkLimits(limits, tier, findTemplate(instance.template_id), instance);
  for (const text of Object.values(limits).flat()) say(errors, 'tier_id', text);
  refuseErrors(errors);
}

implement('D20', ({ params, body }, context) => {
  const { cloud, tenant, account, now, store } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'changeTier');
  const tier_id = Number(body.tier_id);
  checkMove(instance, tier_id);
  if (tier_id === instance.tier_id) throw invalidOperation('Instance is in this tier already');
  needMoney(cloud, account, hourlyOf(store, { ...instance, tier_id }), 'instance');
  cloud.later(tenant.id, 'instance.moved', instance.uuid, durations.migrate, now, { tier_id });
  return echoWire(
    beginOperation(cloud, instance, 'change-tier', 'Migrating', now, instance.status),
  );
});

/** A running machine moves without a stop; its address stays. */
handleJob('instance.moved', (cloud, { target, due_at, payload, ...job }) => {
  if (cloud.fails(job, 'D20')) return failOperation(cloud, target, due_at);
  const { tier_id } = JSON.parse(payload) as { tier_id: number };
  cloud.store.update('instances', { uuid: target }, { tier_id });
  endUnchanged(cloud, target, due_at);
});

implement('D21', ({ params, query }, { store, tenant }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  const tier_id = Number(query.tier_id);
  checkMove(instance, tier_id);
  return {
    current_monthly_cost: hourlyOf(store, instance) * monthHours,
    estimated_new_monthly_cost: hourlyOf(store, { ...instance, tier_id }) * monthHours,
  };
});
