import type { Duplex } from 'node:stream';

/** What a machine is made of, as its customer ordered it. */
export interface MachineSpec {
  id: string;
  hostname: string;
  /** The one account that may log in at the machine's screen. */
  username: string;
  password: string;
  /** Name and version, for example `Ubuntu 24.04`. */
  os: string;
  /** Virtual cores. */
  cpu: number;
  memoryGb: number;
  storageGb: number;
  /** Public IPv4 address; null when the machine has none. */
  ip: string | null;
}

/** A way to one machine's screen. */
export interface ConsoleGrant {
  /** Opaque, good for one `attach`, for a short time. */
  ticket: string;
  /** VncAuth password, 8 characters. */
  password: string;
  /** Loopback TCP port for any VNC client; null when TCP is off or not listening yet. */
  tcpPort: number | null;
}

export type PowerEvent = 'poweroff' | 'reboot';

/** Runs `fn` after `ms` milliseconds; the answer cancels it. */
export type Schedule = (fn: () => void, ms: number) => () => void;

/** What runs machines. Ids are the sandbox's own; an unknown id is a machine that is not running. */
export interface ComputeEngine {
  /** Power on: boot screen, then login. On a running machine it only takes over the new spec. */
  start(spec: MachineSpec): void;
  /** The screen goes dark and every connection ends. Files stay. */
  stop(id: string): void;
  /** A hard reset with the last spec: connections end, the machine boots. A stopped one stays stopped. */
  restart(id: string): void;
  /** Stop, and forget the machine and its files. */
  remove(id: string): void;
  rename(id: string, hostname: string): void;
  /** The next login asks for the new password; a login that stands goes on. */
  setPassword(id: string, password: string): void;
  isRunning(id: string): boolean;
  /** A new console ticket; null when the machine is not running. */
  openConsole(id: string): ConsoleGrant | null;
  /**
   * Speak RFB on a byte stream whose owner presents a ticket. False, with the stream untouched, when the
   * ticket is unknown, used up or past its end.
   */
  attach(ticket: string, stream: Duplex): boolean;
  /** The guest powered itself off or rebooted (from its own shell, or Ctrl-Alt-Del). */
  on(event: PowerEvent, listener: (id: string) => void): void;
  close(): void;
}
