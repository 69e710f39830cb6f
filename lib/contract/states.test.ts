import { describe, expect, it } from 'vitest';
import { dewavps } from './operations/dewavps';
import {
  canonicalStatus,
  instanceActions,
  instanceVerbs,
  reasonWhy,
  statusGroup,
  transient,
  type CanonicalStatus,
  type InstanceVerb,
  type Reason,
  type StatusGroup,
} from './states';

const folded: [string | null | undefined, CanonicalStatus, StatusGroup][] = [
  ['Running', 'running', 'run'],
  ['ACTIVE', 'running', 'run'],
  ['power_on', 'running', 'run'],
  ['up', 'running', 'run'],
  ['Deployed', 'running', 'run'],
  ['Stopped', 'stopped', 'off'],
  ['shutoff', 'stopped', 'off'],
  ['Power Off', 'stopped', 'off'],
  ['halted', 'stopped', 'off'],
  ['not_running', 'stopped', 'off'],
  ['Succeeded', 'stopped', 'off'],
  ['Paused', 'paused', 'off'],
  ['Starting', 'starting', 'busy'],
  ['Stopping', 'stopping', 'busy'],
  ['Pending', 'pending', 'busy'],
  ['Scheduling', 'pending', 'busy'],
  ['WaitingForVolumeBinding', 'pending', 'busy'],
  ['Terminating', 'deleting', 'busy'],
  ['Error', 'error', 'error'],
  ['Failed', 'error', 'error'],
  ['Failed deployment', 'error', 'error'],
  ['ErrImagePull', 'error', 'error'],
  ['Unknown', 'unknown', 'unknown'],
  ['Defragmenting', 'unknown', 'unknown'],
  ['', 'unknown', 'unknown'],
  [null, 'unknown', 'unknown'],
  [undefined, 'unknown', 'unknown'],
];

describe('canonicalStatus and statusGroup', () => {
  it.each(folded)('%s is %s (%s)', (raw, status, group) => {
    expect(canonicalStatus(raw)).toBe(status);
    expect(statusGroup(raw)).toBe(group);
  });

  it('does not treat names of object members as statuses', () => {
    expect(canonicalStatus('constructor')).toBe('unknown');
  });
});

describe('transient', () => {
  it.each([
    ['Starting', 0, true],
    ['Running', 0, false],
    ['Running', 1, true],
    ['Stopped', null, false],
    ['Stopped', undefined, false],
    ['Defragmenting', 0, false],
  ] as const)('%s with flag %s: %s', (raw, flag, expected) => {
    expect(transient(raw, flag)).toBe(expected);
  });
});

const reasons: [InstanceVerb, string | null, number, Reason | null][] = [
  ['start', 'Stopped', 0, null],
  ['start', 'Running', 0, 'already_running'],
  ['start', 'Starting', 0, 'busy'],
  ['start', 'Stopped', 1, 'busy'],
  ['start', 'Error', 0, 'in_error'],
  ['start', 'Terminating', 0, 'being_deleted'],
  ['stop', 'Running', 0, null],
  ['stop', 'Stopped', 0, 'already_stopped'],
  ['stop', 'Error', 0, null],
  ['restart', 'Running', 0, null],
  ['restart', 'Stopped', 0, 'not_running'],
  ['delete', 'Running', 0, null],
  ['delete', 'Starting', 1, null],
  ['delete', 'Error', 0, null],
  ['delete', 'Suspended', 0, null],
  ['delete', 'Defragmenting', 0, null],
  ['delete', 'Terminating', 1, 'being_deleted'],
  ['delete', 'Deleted', 0, 'gone'],
  ['console', 'Running', 1, null],
  ['console', 'Starting', 1, null],
  ['console', 'Stopped', 0, 'not_running'],
  ['console', 'Pending', 1, 'busy'],
  ['resize', 'Stopped', 0, null],
  ['resize', 'Running', 0, 'must_be_stopped'],
  ['rollback', 'Running', 0, 'must_be_stopped'],
  ['rollback', 'Stopped', 0, null],
  ['rename', 'Error', 0, null],
  ['clone', 'Suspended', 0, 'suspended'],
  ['changeTier', 'Paused', 0, 'not_running'],
  ['snapshot', null, 0, null],
  ['snapshot', 'Defragmenting', 0, null],
  ['snapshot', 'Defragmenting', 2, 'busy'],
];

describe('reasonWhy', () => {
  it.each(reasons)('%s of %s (flag %i): %s', (verb, status, operation_flag, expected) => {
    expect(reasonWhy(verb, { status, operation_flag })).toBe(expected);
  });

  it.each(instanceVerbs)(
    '%s is allowed exactly in the states of the table, if nothing is in progress',
    (verb) => {
      const legal: readonly CanonicalStatus[] = instanceActions[verb].legal;
      for (const status of legal) {
        if (statusGroup(status) !== 'busy' || 'whileBusy' in instanceActions[verb]) {
          expect(reasonWhy(verb, { status }), `${verb} in ${status}`).toBeNull();
        }
      }
      for (const status of [
        'running',
        'stopped',
        'starting',
        'error',
        'suspended',
        'deleting',
      ] as const) {
        if (!legal.includes(status))
          expect(reasonWhy(verb, { status }), `${verb} in ${status}`).not.toBeNull();
      }
    },
  );

  it('belongs to an operation that changes something', () => {
    for (const verb of instanceVerbs)
      expect(dewavps[instanceActions[verb].ref].kind).not.toBe('read');
  });
});
