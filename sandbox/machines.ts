/** The running machines: what the database says, on the compute engine. */
import type { Duplex } from 'node:stream';
import type { ComputeEngine, ConsoleGrant } from './compute/engine';
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

/** A screen is megabytes: a tenant of thousands has only so many lit before anybody looks. */
export const startedAtOnce = 100;

export class Machines {
  readonly #store: Store;
  readonly #engine: ComputeEngine;

  constructor(store: Store, engine: ComputeEngine) {
    this.#store = store;
    this.#engine = engine;
  }

  /** Powers a machine on with what the database says of it. */
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

  /** After a restart of the process: machines that should run, up to a number; the rest when they are looked at. */
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

  /** The screen of a machine; one that should run and has not been started yet starts now. */
  console(uuid: string): ConsoleGrant | null {
    const open = this.#engine.openConsole(uuid);
    if (open) return open;
    if (
      !this.#store.get(
        `select 1 from instances where uuid = ? and (status = 'Running' or resume = 'Running')`,
        uuid,
      )
    )
      return null;
    this.start(uuid);
    return this.#engine.openConsole(uuid);
  }

  /** @returns false when the ticket opens nothing. */
  attach(ticket: string, stream: Duplex): boolean {
    return this.#engine.attach(ticket, stream);
  }

  /** Somebody at the machine's screen shut it down. */
  onPoweroff(listener: (uuid: string) => void): void {
    this.#engine.on('poweroff', listener);
  }

  onReboot(listener: (uuid: string) => void): void {
    this.#engine.on('reboot', listener);
  }

  close(): void {
    this.#engine.close();
  }
}
