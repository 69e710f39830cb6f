/**
 * Snapshots: D23–D27. They are on the machine's own disk, so a reinstallation, a restore and the machine's deletion
 * delete them.
 */
import { randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import { durations } from '../cloud';
import type { Store } from '../db';
import { handleJob } from '../job-handlers';
import { monthHours, monthStart } from '../ledger';
import { Refusal, invalid, invalidOperation } from '../refusal';
import { implement } from '../registry';
import { findTier } from './catalogue';
import { needMoney } from './checks';
import {
  attachedDisks,
  chargeCopy,
  copyRate,
  dropCopy,
  heldWire,
  restoreSystem,
  systemOf,
} from './copies';
import type { Instance } from './instance';
import { findInstance } from './instance';
import { beginOperation, failOperation, endUnchanged, instanceReadyFor } from './power';
import { dateTextPlain } from './text';

export type SnapshotStatus = 'Creating' | 'Active' | 'Removing' | 'Error';

interface Snapshot {
  uuid: string;
  tenant_id: string;
  instance_uuid: string;
  name: string;
  description: string;
  status: SnapshotStatus;
  /** Rupiah per hour. */
  rate: number;
  /** 1 if the current content of the disk started from this snapshot. */
  is_current: number;
  /** HeldDisk[] as JSON. */
  disks: string;
  machine: string;
  created_at: number;
}

/** The most snapshots of a machine. */
const mostSnapshots = 5;

const snapshotsOf = (store: Store, instanceUuid: string) =>
  store.all<Snapshot>(
    'select * from snapshots where instance_uuid = ? order by created_at desc, rowid desc',
    instanceUuid,
  );

/** Finds a snapshot of a machine. @throws Refusal 404 */
function findSnapshot(store: Store, instance: Instance, uuid: string): Snapshot {
  const found = snapshotsOf(store, instance.uuid).find((row) => row.uuid === uuid);
  if (!found) throw new Refusal(404, 'Snapshot not found.');
  return found;
}

const echo = ({ uuid, name, status }: Snapshot) => ({ id: uuid, name, status });

/** The charged rate: 0 until it is created, and 0 for a failed one. */
const charged = ({ status, rate }: Snapshot) =>
  status === 'Active' || status === 'Removing' ? rate : 0;

implement('D23', ({ params }, { cloud, store, tenant, now }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  return {
    rows: snapshotsOf(store, instance.uuid).map((row) => ({
      ...echo(row),
      description: row.description,
      current_hourly_price: charged(row),
      current_cost: cloud.ledger.spent({ resource: row.uuid }, monthStart(now)),
      estimated_monthly: charged(row) * monthHours,
      is_current_state: row.is_current === 1,
      attached_storage: heldWire(row.disks),
      created_at: dateTextPlain(row.created_at),
    })),
  };
});

implement('D24', ({ params, query }, { store, tenant }) => {
  const instance = findInstance(store, tenant.id, params.instance_uuid);
  const tier = findTier(Number(query.tier_id));
  if (!tier) throw invalid({ tier_id: ['The selected tier id is invalid.'] });
  const rate = copyRate(instance.storage, attachedDisks(store, instance.uuid), tier.id);
  return { price: rate * monthHours, current_hourly_price: rate };
});

/** Stores a snapshot that is being created. */
export function keepSnapshot(
  store: Store,
  instance: Instance,
  { name, description }: Pick<Snapshot, 'name' | 'description'>,
  at: number,
): Snapshot {
  const disks = attachedDisks(store, instance.uuid);
  const snapshot: Snapshot = {
    uuid: randomUUID(),
    tenant_id: instance.tenant_id,
    instance_uuid: instance.uuid,
    name,
    description,
    status: 'Creating',
    rate: copyRate(instance.storage, disks, instance.tier_id),
    is_current: 0,
    disks: JSON.stringify(disks),
    machine: systemOf(instance),
    created_at: at,
  };
  store.insert('snapshots', { ...snapshot });
  return snapshot;
}

function makeCurrent(store: Store, instanceUuid: string, uuid: string): void {
  store.run(
    'update snapshots set is_current = (uuid = ?) where instance_uuid = ?',
    uuid,
    instanceUuid,
  );
}

/** Ends the creation of a snapshot. */
export function settleSnapshot(
  cloud: Cloud,
  uuid: string,
  status: 'Active' | 'Error',
  at: number,
): void {
  const { store } = cloud;
  const row = store.get<Snapshot>('select * from snapshots where uuid = ?', uuid);
  const instance =
    row && store.get<Instance>('select * from instances where uuid = ?', row.instance_uuid);
  if (!row || !instance) return;
  store.update('snapshots', { uuid }, { status });
  if (status === 'Error') return;
  makeCurrent(store, instance.uuid, uuid);
  chargeCopy(cloud, instance, { uuid, service: 'Snapshot', name: row.name, rate: row.rate }, at);
}

implement('D25', ({ params, body }, context) => {
  const { cloud, store, tenant, account, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'snapshot');
  const known = snapshotsOf(store, instance.uuid);
  if (known.some(({ name }) => name.toLowerCase() === body.name.toLowerCase()))
    throw invalid({ name: ['The name has already been taken.'] });
  if (known.length >= mostSnapshots)
    throw invalidOperation(`An instance has at most ${mostSnapshots} snapshots`);
  const disks = attachedDisks(store, instance.uuid);
  needMoney(cloud, account, copyRate(instance.storage, disks, instance.tier_id), 'snapshot');
  return store.transaction(() => {
    const snapshot = keepSnapshot(store, instance, body, now);
    const work = { snapshot: snapshot.uuid };
    cloud.later(tenant.id, 'snapshot.made', instance.uuid, durations.snapshot, now, work);
    beginOperation(cloud, instance, 'snapshot', 'Snapshotting', now, instance.status);
    return echo(snapshot);
  });
});

interface SnapshotWork {
  snapshot: string;
}

handleJob('snapshot.made', (cloud, { target, due_at, payload, ...job }) => {
  const { snapshot } = JSON.parse(payload) as SnapshotWork;
  settleSnapshot(cloud, snapshot, cloud.fails(job, 'D25') ? 'Error' : 'Active', due_at);
  endUnchanged(cloud, target, due_at);
});

implement('D26', ({ params }, context) => {
  const { cloud, store, tenant, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'rollback');
  const snapshot = findSnapshot(store, instance, params.snapshot_uuid);
  if (snapshot.status !== 'Active') throw invalidOperation('Snapshot is not active');
  const work = { snapshot: snapshot.uuid };
  cloud.later(tenant.id, 'snapshot.rolledback', instance.uuid, durations.rollback, now, work);
  beginOperation(cloud, instance, 'rollback', 'Restoring', now, 'Stopped');
  return echo(snapshot);
});

/** Rolls back. The machine stays stopped (QD20), with its accounts and files of that time. */
handleJob('snapshot.rolledback', (cloud, { target, due_at, payload, ...job }) => {
  const { snapshot } = JSON.parse(payload) as SnapshotWork;
  const row = cloud.store.get<Snapshot>('select * from snapshots where uuid = ?', snapshot);
  if (!row || cloud.fails(job, 'D26')) return failOperation(cloud, target, due_at);
  restoreSystem(cloud, target, row.machine, due_at);
  makeCurrent(cloud.store, target, snapshot);
  endUnchanged(cloud, target, due_at);
});

implement('D27', ({ params }, context) => {
  const { cloud, store, tenant, now } = context;
  const instance = instanceReadyFor(context, params.instance_uuid, 'deleteSnapshot');
  const snapshot = findSnapshot(store, instance, params.snapshot_uuid);
  if (snapshot.status === 'Removing') throw invalidOperation('Snapshot is being removed');
  store.update('snapshots', { uuid: snapshot.uuid }, { status: 'Removing' });
  const work = { snapshot: snapshot.uuid };
  cloud.later(tenant.id, 'snapshot.removed', instance.uuid, durations.removeSnapshot, now, work);
  return echo({ ...snapshot, status: 'Removing' });
});

handleJob('snapshot.removed', (cloud, { target, due_at, payload, ...job }) => {
  const { store } = cloud;
  const { snapshot } = JSON.parse(payload) as SnapshotWork;
  const row = store.get<Snapshot>('select * from snapshots where uuid = ?', snapshot);
  if (!row) return; // a reinstallation has deleted it
  if (cloud.fails(job, 'D27')) {
    store.update('snapshots', { uuid: snapshot }, { status: 'Error' });
    return;
  }
  dropCopy(cloud, 'snapshots', snapshot, due_at);
  const next = snapshotsOf(store, target).find(({ status }) => status === 'Active');
  if (row.is_current === 1 && next) makeCurrent(store, target, next.uuid);
});
