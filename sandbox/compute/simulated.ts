import { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import type {
  ComputeEngine,
  ConsoleGrant,
  MachineSpec,
  PowerEvent,
  Schedule,
  SerialGrant,
} from './engine';
import { Machine } from './machine';
import { Tickets } from './tickets';

/** The user of every login line; the ticket alone says which machine. */
const SERIAL_USER = 'console@sandbox';

export interface SimulatedEngineOptions {
  /** Whether each running machine listens on its own TCP port for VNC clients. Default false. */
  tcp?: boolean;
  /** The address for these ports. Default 127.0.0.1; other addresses are open to the network. */
  host?: string;
  /** Milliseconds from the start to the login. Default 4000. */
  bootMs?: number;
  /** Milliseconds for which a console ticket is valid. Default 60 000. */
  ticketMs?: number;
  /** The clock, in milliseconds since 1970. */
  now?: () => number;
  schedule?: Schedule;
}

/** Simulates machines in this process: a screen, a boot, a login, a shell, and VNC access. */
export class SimulatedEngine implements ComputeEngine {
  private readonly machines = new Map<string, Machine>();
  private readonly events = new EventEmitter();
  private readonly tickets: Tickets;
  private readonly schedule: Schedule;
  private readonly now: () => number;

  constructor(private readonly options: SimulatedEngineOptions = {}) {
    this.now = options.now ?? Date.now;
    this.schedule = options.schedule ?? later;
    this.tickets = new Tickets(options.ticketMs ?? 60_000, this.now);
  }

  start(spec: MachineSpec): void {
    const known = this.machines.get(spec.id);
    const machine = known ?? this.create(spec);
    known?.change(spec);
    machine.start();
  }

  stop(id: string): void {
    this.tickets.revoke(id);
    this.machines.get(id)?.stop('the machine was stopped');
  }

  restart(id: string): void {
    if (!this.isRunning(id)) return;
    this.stop(id);
    this.machines.get(id)?.start();
  }

  remove(id: string): void {
    this.stop(id);
    this.machines.get(id)?.destroy();
    this.machines.delete(id);
  }

  rename(id: string, hostname: string): void {
    this.machines.get(id)?.change({ hostname });
  }

  setPassword(id: string, password: string): void {
    this.machines.get(id)?.change({ password });
  }

  isRunning(id: string): boolean {
    return this.machines.get(id)?.running ?? false;
  }

  openConsole(id: string): ConsoleGrant | null {
    const machine = this.machines.get(id);
    if (!machine?.running) return null;
    return {
      ticket: this.tickets.issue({ machine: id, serialFrom: null }),
      password: machine.password,
      tcpPort: machine.tcpPort(),
    };
  }

  openSerial(id: string, after: number | null): SerialGrant | null {
    const machine = this.machines.get(id);
    if (!machine?.running) return null;
    const position = machine.serial.positionAfter(after);
    const ticket = this.tickets.issue({ machine: id, serialFrom: position });
    return { user: SERIAL_USER, ticket, position };
  }

  attach(ticket: string, stream: Duplex): boolean {
    const target = this.tickets.redeem(ticket);
    const machine = target ? this.machines.get(target.machine) : undefined;
    if (!target || !machine?.running) return false;
    if (target.serialFrom !== null)
      return machine.attachSerial(stream, `${SERIAL_USER}:${ticket}`, target.serialFrom);
    machine.attach(stream, false);
    return true;
  }

  on(event: PowerEvent, listener: (id: string) => void): void {
    this.events.on(event, listener);
  }

  /** The text on a running machine's screen, one line per row; null if it is not running. For tests and support. */
  screenText(id: string): string | null {
    const machine = this.machines.get(id);
    return machine?.running ? machine.screen.text() : null;
  }

  close(): void {
    for (const machine of this.machines.values()) machine.destroy();
    this.machines.clear();
    this.events.removeAllListeners();
  }

  private create(spec: MachineSpec): Machine {
    const machine = new Machine({
      spec,
      tcpHost: this.options.tcp ? (this.options.host ?? '127.0.0.1') : null,
      schedule: this.schedule,
      now: this.now,
      bootMs: this.options.bootMs ?? 4_000,
      onPower: (event) => {
        if (event === 'poweroff') this.tickets.revoke(spec.id);
        this.events.emit(event, spec.id);
      },
    });
    this.machines.set(spec.id, machine);
    return machine;
  }
}

/** Schedules in real time; a waiting machine doesn't keep the process running. */
const later: Schedule = (fn, ms) => {
  const timer = setTimeout(fn, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
