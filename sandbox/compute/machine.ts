import { createServer, type Server } from 'node:net';
import type { Duplex } from 'node:stream';
import type { MachineSpec, PowerEvent, Schedule } from './engine';
import { Guest } from './guest/guest';
import { Keyboard } from './guest/keys';
import { newPassword } from './rfb/auth';
import { Session } from './rfb/session';
import { Screen } from './screen/screen';
import { SerialInput } from './serial/input';
import { SerialPort } from './serial/port';
import { SerialTerminal } from './serial/terminal';

const MAX_SESSIONS = 16;
const MAX_FAILURES = 5;
const LOCK_MS = 10_000;

export interface MachineOptions {
  spec: MachineSpec;
  /** The loopback address on which VNC clients connect; null for none. */
  tcpHost: string | null;
  schedule: Schedule;
  now: () => number;
  bootMs: number;
  onPower: (event: PowerEvent) => void;
}

/** One machine: its guest, its screen and serial line, and their viewers. */
export class Machine {
  readonly spec: MachineSpec;
  readonly screen = new Screen();
  running = false;
  /** The VncAuth password; each start makes a new one. */
  password = '';

  readonly serial: SerialPort;

  private readonly guest: Guest;
  private readonly sessions = new Set<Session>();
  private server: Server | null = null;
  private failures = 0;
  private lockedUntil = 0;

  constructor(private readonly options: MachineOptions) {
    this.spec = { ...options.spec };
    const { schedule, now, bootMs } = options;
    // All viewers share one line, so what they type is one stream.
    const input = new SerialInput();
    this.serial = new SerialPort(schedule, (bytes) => {
      for (const key of input.feed(bytes)) this.guest.pressOnSerial(key);
    });
    this.guest = new Guest({
      spec: this.spec,
      screen: this.screen,
      serial: new SerialTerminal(this.serial),
      schedule,
      now,
      bootMs,
      onPower: (event) => this.guestPower(event),
    });
  }

  start(): void {
    if (this.running) return;
    this.running = true;
    this.password = newPassword();
    this.failures = 0;
    this.lockedUntil = 0;
    this.listen();
    this.guest.boot();
  }

  /** Changes the specification; the guest reads it when it needs it. */
  change(spec: Partial<MachineSpec>): void {
    Object.assign(this.spec, spec);
    this.guest.renamed();
  }

  stop(reason: string): void {
    if (!this.running) return;
    this.running = false;
    this.guest.halt();
    this.disconnect(reason);
  }

  /** Stops everything at once. */
  destroy(): void {
    this.running = false;
    this.guest.halt();
    this.server?.close();
    this.server = null;
    for (const session of [...this.sessions]) session.destroy();
    this.serial.disconnect();
  }

  tcpPort(): number | null {
    const address = this.server?.address();
    return typeof address === 'object' && address ? address.port : null;
  }

  /**
   * Connects a viewer. @param guarded whether wrong passwords are counted, and all viewers refused for a while after
   * too many
   */
  attach(stream: Duplex, guarded: boolean): void {
    const keyboard = new Keyboard();
    const session: Session = new Session({
      stream,
      screen: this.screen,
      name: this.spec.hostname,
      schedule: this.options.schedule,
      gate: {
        password: this.password,
        refusal: () =>
          guarded && this.options.now() < this.lockedUntil
            ? 'Too many wrong passwords; wait a little'
            : null,
        onResult: (passed) => {
          if (guarded) this.countResult(passed);
        },
      },
      onExclusive: () => this.disconnect('another viewer wants the screen for itself', session),
      onKey: (down, keysym) => {
        const key = keyboard.press(down, keysym);
        if (key) this.guest.press(key);
      },
      onEnd: () => this.sessions.delete(session),
    });
    this.sessions.add(session);
  }

  /** Connects a viewer with the serial line. False if it has too many viewers. */
  attachSerial(stream: Duplex, login: string, position: number): boolean {
    if (this.serial.viewers >= MAX_SESSIONS) return false;
    this.serial.attach(stream, login, position);
    return true;
  }

  private countResult(passed: boolean): void {
    this.failures = passed ? 0 : this.failures + 1;
    if (this.failures < MAX_FAILURES) return;
    this.failures = 0;
    this.lockedUntil = this.options.now() + LOCK_MS;
  }

  private guestPower(event: PowerEvent): void {
    if (event === 'poweroff') {
      this.running = false;
      this.disconnect('the machine was powered off');
    }
    this.options.onPower(event);
  }

  private disconnect(reason: string, except?: Session): void {
    for (const session of [...this.sessions]) if (session !== except) session.end(reason);
    if (except) return;
    this.serial.disconnect();
    this.server?.close();
    this.server = null;
  }

  private listen(): void {
    const { tcpHost } = this.options;
    if (tcpHost === null) return;
    const server = createServer((socket) => {
      socket.setNoDelay(true);
      if (this.server !== server || this.sessions.size >= MAX_SESSIONS) socket.destroy();
      else this.attach(socket, true);
    });
    // A machine without a port can still be reached by ticket.
    server.on('error', () => {
      if (this.server === server) this.server = null;
    });
    server.listen(0, tcpHost);
    server.unref();
    this.server = server;
  }
}
