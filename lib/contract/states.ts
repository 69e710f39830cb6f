/**
 * Machine states and the actions that are allowed in them. Buttons, the proxy's reasons and the sandbox use this one
 * table, so that pages and backend agree. Browser-safe. Sources: contract/api.md section 5; section 4.6 for the words
 * of KubeVirt and MAAS.
 */
import type { DewavpsRef } from './index';

/** Our own names of machine states; every backend's word is mapped to one of them. */
const canonicalStatuses = [
  'running',
  'stopped',
  'paused',
  'suspended',
  'starting',
  'stopping',
  'restarting',
  'pending',
  'resizing',
  'reinstalling',
  'cloning',
  'migrating',
  'snapshotting',
  'restoring',
  'deleting',
  'deleted',
  'error',
  'unknown',
] as const;
export type CanonicalStatus = (typeof canonicalStatuses)[number];
/** The groups of states, for colours and filters. */
export type StatusGroup = 'run' | 'off' | 'busy' | 'error' | 'unknown';

/** The backends' words for each state, in lower case, without spaces, hyphens and underscores. */
const synonyms: Record<Exclude<CanonicalStatus, 'unknown'>, readonly string[]> = {
  running: [
    'running',
    'active',
    'on',
    'poweron',
    'poweredon',
    'started',
    'up',
    'online',
    'deployed',
  ],
  stopped: [
    'stopped',
    'shutoff',
    'shutdown',
    'off',
    'poweroff',
    'poweredoff',
    'halted',
    'down',
    'offline',
    'inactive',
    'notrunning',
    'succeeded',
  ],
  paused: ['paused'],
  suspended: ['suspended', 'suspend'],
  starting: ['starting', 'booting', 'poweringon'],
  stopping: ['stopping', 'shuttingdown', 'poweringoff'],
  restarting: ['restarting', 'rebooting', 'reboot'],
  pending: [
    'pending',
    'queued',
    'creating',
    'building',
    'provisioning',
    'scheduling',
    'scheduled',
    'deploying',
    'installing',
    'waitingforvolumebinding',
    'waitingforsync',
    'waitingforreceiver',
  ],
  resizing: ['resizing', 'upgrading'],
  reinstalling: ['reinstalling', 'rebuilding', 'rebuild', 'reinstall'],
  cloning: ['cloning'],
  migrating: ['migrating', 'migration', 'changingtier'],
  snapshotting: ['snapshotting', 'creatingsnapshot', 'removingsnapshot', 'backingup', 'backup'],
  restoring: ['restoring', 'rollingback', 'rollback'],
  deleting: ['deleting', 'terminating', 'removing', 'releasing', 'destroying'],
  deleted: ['deleted', 'terminated', 'removed', 'destroyed'],
  error: [
    'error',
    'failed',
    'crashed',
    'broken',
    'crashloopbackoff',
    'errorunschedulable',
    'errorpvcnotfound',
    'datavolumeerror',
    'errimagepull',
    'imagepullbackoff',
  ],
};

const words = new Map<string, CanonicalStatus>(
  Object.entries(synonyms).flatMap(([status, list]) =>
    list.map((word): [string, CanonicalStatus] => [word, status as CanonicalStatus]),
  ),
);

/** Maps a backend's word to one of our states. An unknown word gives `unknown`; then show the raw text. */
export function canonicalStatus(raw: string | null | undefined): CanonicalStatus {
  const word = (raw ?? '').toLowerCase().replace(/[\s_-]+/g, '');
  return (
    words.get(word) ?? (word.startsWith('failed') || word.startsWith('error') ? 'error' : 'unknown')
  );
}

/**
 * The word for a Kubernetes cluster's status: its `not_running` means that a new cluster is coming up, since nothing
 * stops a cluster. (A69)
 */
export const clusterStatus = (raw: string | null): string | null =>
  canonicalStatus(raw) === 'stopped' ? 'starting' : raw;

const groups: Record<CanonicalStatus, StatusGroup> = {
  running: 'run',
  stopped: 'off',
  paused: 'off',
  suspended: 'off',
  deleted: 'off',
  starting: 'busy',
  stopping: 'busy',
  restarting: 'busy',
  pending: 'busy',
  resizing: 'busy',
  reinstalling: 'busy',
  cloning: 'busy',
  migrating: 'busy',
  snapshotting: 'busy',
  restoring: 'busy',
  deleting: 'busy',
  error: 'error',
  unknown: 'unknown',
};

/** The group of a backend's word. */
export function statusGroup(raw: string | null | undefined): StatusGroup {
  return groups[canonicalStatus(raw)];
}

/** Whether work is in progress, so that polling should be frequent; an `operation_flag` other than 0 means so, too. */
export function transient(
  raw: string | null | undefined,
  operationFlag: number | null | undefined,
): boolean {
  return statusGroup(raw) === 'busy' || (operationFlag ?? 0) !== 0;
}

/** What the table knows of an action. */
export interface InstanceAction {
  /** The operation of the action. */
  ref: DewavpsRef;
  /** The states in which it is allowed. `unknown` always allows it: the backend decides. */
  legal: readonly CanonicalStatus[];
  /** Whether it is allowed while other work is in progress (a console to watch a boot, a delete). */
  whileBusy?: true;
  /** The state of the machine during the action; none if the state doesn't change. */
  becomes?: CanonicalStatus;
}

const settled = ['running', 'stopped'] as const;
const alive = ['running', 'stopped', 'paused', 'error'] as const;
const present = canonicalStatuses.filter((status) => status !== 'deleting' && status !== 'deleted');

/**
 * The actions on a DewaVPS instance. The documentation says little about allowed states, so these rules are ours:
 * resizing and rollback need a stopped instance (a running machine gets new memory and disk only at its next start,
 * and a rollback stops it: QD20), copies and moves need one that is running or stopped, and deleting is always
 * allowed, but only once.
 */
export const instanceActions = {
  start: { ref: 'D10', legal: ['stopped', 'paused'], becomes: 'starting' },
  stop: { ref: 'D11', legal: ['running', 'paused', 'error'], becomes: 'stopping' },
  restart: { ref: 'D12', legal: ['running', 'paused'], becomes: 'restarting' },
  delete: { ref: 'D09', legal: present, whileBusy: true, becomes: 'deleting' },
  rename: { ref: 'D22', legal: alive },
  console: {
    ref: 'D07',
    legal: ['running', 'starting', 'restarting', 'paused', 'snapshotting'],
    whileBusy: true,
  },
  resize: { ref: 'D18', legal: ['stopped'], becomes: 'resizing' },
  reinstall: { ref: 'D08', legal: ['running', 'stopped', 'error'], becomes: 'reinstalling' },
  clone: { ref: 'D06', legal: settled, becomes: 'cloning' },
  changeTier: { ref: 'D20', legal: settled, becomes: 'migrating' },
  setPassword: { ref: 'D19', legal: settled },
  snapshot: { ref: 'D25', legal: settled, becomes: 'snapshotting' },
  deleteSnapshot: { ref: 'D27', legal: alive },
  rollback: { ref: 'D26', legal: ['stopped'], becomes: 'restoring' },
  deleteBackup: { ref: 'D29', legal: alive },
  restoreBackup: { ref: 'DX2', legal: ['stopped', 'error'], becomes: 'restoring' },
  attachNetwork: { ref: 'D15', legal: settled },
  detachNetwork: { ref: 'D15', legal: settled },
  addAddress: { ref: 'D16', legal: settled },
  changeAddress: { ref: 'D17', legal: settled },
  attachStorage: { ref: 'D65', legal: settled },
  detachStorage: { ref: 'D66', legal: settled },
} as const satisfies Record<string, InstanceAction>;

/** The name of an action. */
export type InstanceVerb = keyof typeof instanceActions;
export const instanceVerbs = Object.keys(instanceActions) as InstanceVerb[];

/** The reason why an action is not possible now; `messages` has a text for each. */
export type Reason =
  | 'already_running'
  | 'already_stopped'
  | 'not_running'
  | 'must_be_stopped'
  | 'busy'
  | 'in_error'
  | 'suspended'
  | 'being_deleted'
  | 'gone';

/** The fields of an instance that describe its state. */
export interface InstanceState {
  status: string | null | undefined;
  operation_flag?: number | null | undefined;
}

/** The reason why an action is not allowed in this state; null if it is allowed. */
export function reasonWhy(verb: InstanceVerb, state: InstanceState): Reason | null {
  const action: InstanceAction = instanceActions[verb];
  const status = canonicalStatus(state.status);
  if (status === 'deleting') return 'being_deleted';
  if (status === 'deleted') return 'gone';
  if (!action.whileBusy && transient(state.status, state.operation_flag)) return 'busy';
  if (status === 'unknown' || action.legal.includes(status)) return null;
  if (groups[status] === 'busy') return 'busy';
  if (status === 'error') return 'in_error';
  if (status === 'suspended') return 'suspended';
  if (status === 'running') return verb === 'start' ? 'already_running' : 'must_be_stopped';
  if (status === 'stopped' && verb === 'stop') return 'already_stopped';
  return action.legal.includes('running') ? 'not_running' : 'must_be_stopped';
}
