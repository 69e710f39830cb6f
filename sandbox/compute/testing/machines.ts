import { connect } from 'node:net';
import type { MachineSpec } from '../engine';
import { SimulatedEngine, type SimulatedEngineOptions } from '../simulated';
import { RfbClient } from './rfb-client';
import { streamPair } from './streams';
import { ManualTimers } from './timers';

export const BOOT_MS = 4_000;

export const SPEC: MachineSpec = {
  id: 'machine-1',
  hostname: 'web-1',
  username: 'ayu',
  password: 'not-a-secret-1',
  os: 'Ubuntu 24.04',
  cpu: 2,
  memoryGb: 4,
  storageGb: 40,
  ip: '203.0.113.7',
};

/** An engine whose time moves only when the test advances it. */
export function stillEngine(options: SimulatedEngineOptions = {}) {
  const timers = new ManualTimers();
  const engine = new SimulatedEngine({
    bootMs: BOOT_MS,
    now: timers.now,
    schedule: timers.schedule,
    ...options,
  });
  return { engine, timers };
}

/** A viewer that is connected by ticket, after the handshake. */
export async function viewer(
  engine: SimulatedEngine,
  id = SPEC.id,
  encodings?: number[],
): Promise<RfbClient> {
  const grant = engine.openConsole(id);
  if (!grant) throw new Error('the machine is not running');
  const [near, far] = streamPair();
  if (!engine.attach(grant.ticket, far)) throw new Error('the ticket was refused');
  const client = new RfbClient(near);
  await client.connect(grant.password, encodings);
  return client;
}

/** A viewer that is connected over TCP, before the handshake. */
export async function dial(engine: SimulatedEngine, id = SPEC.id, pieces?: number) {
  for (;;) {
    const grant = engine.openConsole(id);
    if (!grant) throw new Error('the machine is not running');
    if (grant.tcpPort !== null) {
      return {
        client: new RfbClient(connect(grant.tcpPort, '127.0.0.1'), pieces),
        password: grant.password,
      };
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
