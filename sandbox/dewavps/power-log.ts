/** When a machine was on: one row for every change, which its metrics are drawn from. */
import type { Store } from '../db';

/** `on` is also written for a boot of a machine that was on; `lost`: it failed, and nothing measures it. */
export type PowerState = 'on' | 'off' | 'lost';

export interface PowerChange {
  at: number;
  state: PowerState;
}

/** Writes a change down; a second `off` or `lost` says nothing new, a second `on` is a boot. */
export function logPower(store: Store, uuid: string, state: PowerState, at: number): void {
  const last = store.get<PowerChange>(
    'select at, state from power_log where instance_uuid = ? order by at desc, id desc limit 1',
    uuid,
  );
  if (last?.state === state && state !== 'on') return;
  store.insert('power_log', { instance_uuid: uuid, at, state });
}

/** Every change, oldest first. */
export function powerLog(store: Store, uuid: string): PowerChange[] {
  return store.all<PowerChange>(
    'select at, state from power_log where instance_uuid = ? order by at, id',
    uuid,
  );
}
