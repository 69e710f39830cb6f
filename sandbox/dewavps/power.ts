/** Operations on machines: the states that allow them, and their jobs: D09–D12, D22. */
import type { Ref } from '@/lib/contract/index';
import type { InstanceVerb, Reason } from '@/lib/contract/states';
import { reasonWhy } from '@/lib/contract/states';
import type { Cloud } from '../cloud';
import { durations } from '../cloud';
import { handleJob } from '../job-handlers';
import { invalidOperation } from '../refusal';
import type { DewavpsContext } from '../registry';
import { implement } from '../registry';
import { addressPrice, findTier, machinePrice } from './catalogue';
import type { Errors } from './checks';
import { checkHostname, needMoney, refuseErrors } from './checks';
import { abandonSnapshots, dropCopies } from './copies';
import type { Instance, Status } from './instance';
import { addressOf, echoWire, findInstance, partsOf, rateOf } from './instance';
import { logPower } from './power-log';

const reasons: Record<Reason, string> = {
  already_running: 'Instance is already running',
  already_stopped: 'Instance is already stopped',
  not_running: 'Instance is not running',
  must_be_stopped: 'Instance must be stopped first',
  busy: 'Instance has an operation in progress',
  in_error: 'Instance is in error state',
  suspended: 'Instance is suspended',
  being_deleted: 'Instance is on terminating process',
  gone: 'Instance does not exist anymore',
};

/**
 * Finds an instance and checks that its state allows `verb`.
 * @throws Refusal 404, or 400 INVALID_OPERATION with the reason
 */
export function instanceReadyFor(
  context: DewavpsContext,
  uuid: string,
  verb: InstanceVerb,
): Instance {
  const instance = existingInstance(context, uuid);
  const reason = reasonWhy(verb, instance);
  if (reason) throw invalidOperation(reasons[reason]);
  return instance;
}

/** Finds an instance that isn't being deleted. @throws Refusal 404, 400 INVALID_OPERATION */
export function existingInstance({ store, tenant }: DewavpsContext, uuid: string): Instance {
  const instance = findInstance(store, tenant.id, uuid);
  if (instance.operation === 'delete') throw invalidOperation(reasons.being_deleted);
  return instance;
}

/** Begins an operation: sets the state during the operation and, for some, remembers the one before. */
export function beginOperation(
  cloud: Cloud,
  instance: Instance,
  operation: string,
  status: Status,
  at: number,
  resume: Status | null = null,
): Instance {
  const change = { operation, operation_flag: 1, status, updated_at: at, resume };
  cloud.store.update('instances', { uuid: instance.uuid }, change);
  return { ...instance, ...change };
}

/** Sets a machine's rate for the next hour by its current state. */
function updateCharge(cloud: Cloud, instance: Instance, at: number): void {
  const tier = findTier(instance.tier_id)?.name;
  cloud.ledger.setRate(instance.uuid, rateOf(instance), at, partsOf(instance), tier);
}

/** Ends an operation: sets the final state and the rate for the next hour. */
export function endOperation(cloud: Cloud, uuid: string, status: Status, at: number): void {
  const { store } = cloud;
  const instance = store.get<Instance>('select * from instances where uuid = ?', uuid);
  if (!instance) return;
  const started_at = status === 'Running' ? at : instance.started_at;
  logPower(store, uuid, status === 'Running' ? 'on' : status === 'Error' ? 'lost' : 'off', at);
  const change = { operation: null, operation_flag: 0, status, resume: null };
  store.update('instances', { uuid }, { ...change, updated_at: at, started_at });
  updateCharge(cloud, { ...instance, ...change }, at);
}

/** Ends an operation that doesn't change the machine: restores its earlier state without a boot. */
export function endUnchanged(cloud: Cloud, uuid: string, at: number): void {
  const { store } = cloud;
  const instance = store.get<Instance>('select * from instances where uuid = ?', uuid);
  if (!instance) return;
  const status = instance.resume ?? 'Stopped';
  const change = { operation: null, operation_flag: 0, status, resume: null };
  store.update('instances', { uuid }, { ...change, updated_at: at });
  updateCharge(cloud, { ...instance, ...change }, at);
}

/** Ends a failed operation: the machine is stopped and in error. */
export function failOperation(cloud: Cloud, uuid: string, at: number): void {
  cloud.machines.stop(uuid);
  endOperation(cloud, uuid, 'Error', at);
}

/**
 * Sets the state of a machine directly, for seeds and tests. @param startMachine whether a running machine also starts on the
 * engine
 */
export function placeInstance(
  cloud: Cloud,
  instance: Instance,
  status: Status,
  at: number,
  startMachine = true,
): void {
  cloud.jobs.drop(instance.uuid);
  endOperation(cloud, instance.uuid, status, at);
  if (startMachine && status === 'Running') cloud.machines.start(instance.uuid);
}

/** Deletes a machine; its addresses and disks are deleted or kept, as requested. */
export function removeInstance(
  cloud: Cloud,
  uuid: string,
  at: number,
  cleanup: { addresses: boolean; disks: boolean },
): void {
  const { store, ledger } = cloud;
  cloud.machines.remove(uuid);
  cloud.jobs.drop(uuid);
  for (const [table, remove] of [
    ['public_ips', cleanup.addresses],
    ['blocks', cleanup.disks],
  ] as const) {
    if (!remove) {
      store.run(`update ${table} set instance_uuid = null where instance_uuid = ?`, uuid);
      continue;
    }
    const key = table === 'blocks' ? 'id' : 'uuid';
    for (const row of store.all<{ key: string }>(
      `select ${key} as key from ${table} where instance_uuid = ?`,
      uuid,
    )) {
      ledger.closeMeter(row.key, at);
      store.run(`delete from ${table} where ${key} = ?`, row.key);
    }
  }
  store.run('update vswitches set gateway_uuid = null where gateway_uuid = ?', uuid);
  for (const table of ['snapshots', 'backups'] as const) dropCopies(cloud, table, uuid, at);
  for (const table of [
    'snapshots',
    'backups',
    'backup_schedules',
    'firewall_rules',
    'ipsets',
    'power_log',
  ] as const)
    store.run(`delete from ${table} where instance_uuid = ?`, uuid);
  ledger.closeMeter(uuid, at);
  store.run('delete from instances where uuid = ?', uuid);
}

handleJob('instance.boot', (cloud, job) => {
  if (cloud.fails(job, 'D03')) return failOperation(cloud, job.target, job.due_at);
  cloud.store.update(
    'instances',
    { uuid: job.target },
    { status: 'Starting', updated_at: job.due_at },
  );
  cloud.machines.start(job.target);
  cloud.later(job.tenant_id, 'instance.run', job.target, durations.create / 4, job.due_at);
});

handleJob('instance.run', (cloud, job) => {
  const { ref } = JSON.parse(job.payload) as { ref?: Ref };
  if (ref && cloud.fails(job, ref)) return failOperation(cloud, job.target, job.due_at);
  cloud.machines.start(job.target); // a running machine just continues
  endOperation(cloud, job.target, 'Running', job.due_at);
});

handleJob('instance.off', (cloud, job) => {
  if (cloud.fails(job, 'D11')) return failOperation(cloud, job.target, job.due_at);
  cloud.machines.stop(job.target);
  endOperation(cloud, job.target, 'Stopped', job.due_at);
});

handleJob('instance.gone', (cloud, job) => {
  const row = cloud.store.get<{ cleanup: string | null }>(
    'select cleanup from instances where uuid = ?',
    job.target,
  );
  if (!row) return;
  if (cloud.fails(job, 'D09')) {
    abandonSnapshots(cloud.store, job.target);
    return failOperation(cloud, job.target, job.due_at);
  }
  const cleanup = row.cleanup?.split(',') ?? [];
  removeInstance(cloud, job.target, job.due_at, {
    addresses: cleanup.includes('addresses'),
    disks: cleanup.includes('disks'),
  });
});

implement('D09', ({ params, body }, context) => {
  const { cloud, store, tenant, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'delete');
  const cleanup = [
    ...(body.remove_ip ? ['addresses'] : []),
    ...(body.remove_block_storage ? ['disks'] : []),
  ].join(',');
  store.transaction(() => {
    cloud.jobs.drop(instance.uuid);
    beginOperation(cloud, instance, 'delete', 'Stopping', now);
    store.update('instances', { uuid: instance.uuid }, { cleanup });
    cloud.later(tenant.id, 'instance.gone', instance.uuid, durations.delete, now);
  });
  cloud.machines.remove(instance.uuid);
  return null;
});

implement('D10', ({ params }, context) => {
  const { cloud, store, tenant, account, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'start');
  const perHour =
    machinePrice(instance, true) + (addressOf(store, instance.uuid) ? addressPrice : 0);
  needMoney(cloud, account, perHour, 'instance');
  cloud.later(tenant.id, 'instance.run', instance.uuid, durations.start, now, { ref: 'D10' });
  const begun = beginOperation(cloud, instance, 'start', 'Starting', now);
  cloud.machines.start(instance.uuid);
  return echoWire(begun);
});

implement('D11', ({ params }, context) => {
  const { cloud, tenant, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'stop');
  cloud.later(tenant.id, 'instance.off', instance.uuid, durations.stop, now);
  return echoWire(beginOperation(cloud, instance, 'stop', 'Stopping', now));
});

implement('D12', ({ params }, context) => {
  const { cloud, tenant, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'restart');
  return echoWire(restart(cloud, tenant.id, instance, now));
});

/** Restarts a machine with a dark screen and a new boot; the control API uses it, too. */
export function restart(cloud: Cloud, tenantId: string, instance: Instance, at: number): Instance {
  cloud.later(tenantId, 'instance.run', instance.uuid, durations.restart, at, { ref: 'D12' });
  const begun = beginOperation(cloud, instance, 'restart', 'Starting', at);
  cloud.machines.restart(instance.uuid);
  return begun;
}

/** Handles a shutdown by somebody at the machine's console. */
export function powerOff(cloud: Cloud, uuid: string): void {
  const instance = cloud.store.get<Instance>('select * from instances where uuid = ?', uuid);
  if (!instance) return;
  const now = cloud.now(instance.tenant_id);
  if (instance.resume === 'Running') {
    logPower(cloud.store, uuid, 'off', now);
    cloud.store.update('instances', { uuid }, { resume: 'Stopped' });
  } else if (instance.status === 'Running' && instance.operation_flag === 0) {
    endOperation(cloud, uuid, 'Stopped', now);
  }
}

/** Handles a reboot by somebody at the machine's console. */
export function rebooted(cloud: Cloud, uuid: string): void {
  const instance = cloud.store.get<Instance>('select * from instances where uuid = ?', uuid);
  if (!instance) return;
  const now = cloud.now(instance.tenant_id);
  logPower(cloud.store, uuid, 'on', now);
  cloud.store.update('instances', { uuid }, { started_at: now });
}

implement('D22', ({ params, body }, context) => {
  const { cloud, store, tenant, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'rename');
  const errors: Errors = {};
  checkHostname(store, tenant.id, errors, body.hostname, instance.uuid);
  refuseErrors(errors);
  store.update('instances', { uuid: instance.uuid }, { hostname: body.hostname, updated_at: now });
  cloud.machines.rename(instance.uuid, body.hostname);
  return echoWire({ ...instance, hostname: body.hostname });
});
