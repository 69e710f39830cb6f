import type { Duplex } from 'node:stream';

/** The specification of a machine. */
export interface MachineSpec {
  id: string;
  hostname: string;
  /** The only account that can log in at the console. */
  username: string;
  password: string;
  /** Name and version, for example `Ubuntu 24.04`. */
  os: string;
  /** Virtual cores. */
  cpu: number;
  memoryGb: number;
  storageGb: number;
  /** The public IPv4 address; null if the machine has none. */
  ip: string | null;
}

/** Access to the console of one machine. */
export interface ConsoleGrant {
  /** An opaque ticket, valid for one `attach` and for a short time. */
  ticket: string;
  /** VncAuth password, 8 characters. */
  password: string;
  /** The loopback TCP port for VNC clients; null if TCP is off or not listening yet. */
  tcpPort: number | null;
}

/** Access to the serial line of one machine, in the framing of Proxmox's termproxy. */
export interface SerialGrant {
  /** The user of the login line `user:ticket`. */
  user: string;
  /** An opaque ticket, valid for one `attach` and for a short time. */
  ticket: string;
  /** The position of the first byte that `attach` sends, counted from the machine's first output. */
  position: number;
}

export type PowerEvent = 'poweroff' | 'reboot';

/** Runs `fn` after `ms` milliseconds; the returned function cancels it. */
export type Schedule = (fn: () => void, ms: number) => () => void;

/** Runs machines. Ids are the sandbox's own; a machine with an unknown id is not running. */
export interface ComputeEngine {
  /** Starts a machine: boot screen, then login. A running machine only gets the new specification. */
  start(spec: MachineSpec): void;
  /** Stops a machine: the screen goes dark and all connections end. Files stay. */
  stop(id: string): void;
  /** Resets a machine with the last specification: connections end and it boots. A stopped machine stays stopped. */
  restart(id: string): void;
  /** Stops a machine and deletes it with its files. */
  remove(id: string): void;
  rename(id: string, hostname: string): void;
  /** Changes the password for the next login; a person who is logged in stays so. */
  setPassword(id: string, password: string): void;
  isRunning(id: string): boolean;
  /** Makes a new console ticket; null if the machine is not running. */
  openConsole(id: string): ConsoleGrant | null;
  /**
   * Makes a new ticket for the serial line; null if the machine is not running.
   * @param after the position up to which the viewer has seen the output; null for nothing
   */
  openSerial(id: string, after: number | null): SerialGrant | null;
  /**
   * Speaks RFB, or termproxy's framing, on the byte stream of a ticket's owner. Returns false and leaves the stream untouched if the ticket is
   * unknown, used or expired.
   */
  attach(ticket: string, stream: Duplex): boolean;
  /** Calls the listener when the guest powers itself off or reboots (by its shell or Ctrl-Alt-Del). */
  on(event: PowerEvent, listener: (id: string) => void): void;
  close(): void;
}
