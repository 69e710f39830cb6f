/** Runs the machines of the database on the compute engine. */
import type { Duplex } from 'node:stream';
import type { ComputeEngine, ConsoleGrant, SerialGrant } from './compute/engine';
import type { Store } from './db';
import { findTemplate } from './dewavps/catalogue';

interface SpecRow {
  uuid: string;
  hostname: string;
  username: string;
  password: string;
  cpu: number;
  memory: number;
  storage: number;
  template_id: number;
  address: string | null;
}

/**
 * Most machines that start with the process. Each screen takes megabytes, so other machines start when somebody opens
 * their console.
 */
export const startedAtOnce = 100;

/** The running machines. */
export class Machines {
  readonly #store: Store;
  readonly #engine: ComputeEngine;

  constructor(store: Store, engine: ComputeEngine) {
    this.#store = store;
    this.#engine = engine;
  }

  /** Starts a machine with its values from the database. */
  start(uuid: string): void {
    const row = this.#store.get<SpecRow>(
      `select i.*, p.address from instances i left join public_ips p on p.instance_uuid = i.uuid where i.uuid = ?`,
      uuid,
    );
    if (!row) return;
    const template = findTemplate(row.template_id);
    this.#engine.start({
      id: row.uuid,
      hostname: row.hostname,
      username: row.username,
      password: row.password,
      os: template ? `${template.name} ${template.version}` : 'Linux',
      cpu: row.cpu,
      memoryGb: row.memory,
      storageGb: row.storage,
      ip: row.address,
    });
  }

  /** Starts the machines that were running when the process stopped, up to a limit. */
  startAll(): void {
    for (const { uuid } of this.#store.all<{ uuid: string }>(
      `select uuid from instances where status = 'Running' or (resume = 'Running' and operation <> 'reinstall') limit ${startedAtOnce}`,
    ))
      this.start(uuid);
  }

  stop(uuid: string): void {
    this.#engine.stop(uuid);
  }

  restart(uuid: string): void {
    this.#engine.restart(uuid);
  }

  remove(uuid: string): void {
    this.#engine.remove(uuid);
  }

  rename(uuid: string, hostname: string): void {
    this.#engine.rename(uuid, hostname);
  }

  setPassword(uuid: string, password: string): void {
    this.#engine.setPassword(uuid, password);
  }

  /** Opens the console of a machine, and starts the machine if it should run but doesn't. Null if it is stopped. */
  console(uuid: string): ConsoleGrant | null {
    return this.#opened(uuid, () => this.#engine.openConsole(uuid));
  }

  /** Opens the serial line of a machine in the same way. @param after see `ComputeEngine.openSerial` */
  serial(uuid: string, after: number | null): SerialGrant | null {
    return this.#opened(uuid, () => this.#engine.openSerial(uuid, after));
  }

  #opened<Grant>(uuid: string, open: () => Grant | null): Grant | null {
    const grant = open();
    if (grant) return grant;
    const runs = this.#store.get(
      `select 1 from instances where uuid = ? and (status = 'Running' or resume = 'Running')`,
      uuid,
    );
    if (!runs) return null;
    this.start(uuid);
    return open();
  }

  /** Connects a stream with what a ticket opens. @returns false if the ticket is invalid */
  attach(ticket: string, stream: Duplex): boolean {
    return this.#engine.attach(ticket, stream);
  }

  /** Calls the listener when somebody shuts down a machine at its console. */
  onPoweroff(listener: (uuid: string) => void): void {
    this.#engine.on('poweroff', listener);
  }

  /** Calls the listener when somebody reboots a machine at its console. */
  onReboot(listener: (uuid: string) => void): void {
    this.#engine.on('reboot', listener);
  }

  close(): void {
    this.#engine.close();
  }
}
