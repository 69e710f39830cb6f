/** The power log of a machine: one row for every change; its metrics use it. */
import type { Store } from '../db';

/** The states. `on` is also logged for each reboot; `lost` means that the machine failed and has no measurements. */
export type PowerState = 'on' | 'off' | 'lost';

export interface PowerChange {
  at: number;
  state: PowerState;
}

/** Logs a change. A second `off` or `lost` is ignored; a second `on` is a reboot. */
export function logPower(store: Store, uuid: string, state: PowerState, at: number): void {
  const last = store.get<PowerChange>(
    'select at, state from power_log where instance_uuid = ? order by at desc, id desc limit 1',
    uuid,
  );
  if (last?.state === state && state !== 'on') return;
  store.insert('power_log', { instance_uuid: uuid, at, state });
}

/** All changes, oldest first. */
export function powerLog(store: Store, uuid: string): PowerChange[] {
  return store.all<PowerChange>(
    'select at, state from power_log where instance_uuid = ? order by at, id',
    uuid,
  );
}
