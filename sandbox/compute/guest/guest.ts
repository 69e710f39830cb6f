import type { MachineSpec, PowerEvent, Schedule } from '../engine';
import { FIRMWARE_MODE, SYSTEM_MODE, type Screen, type ScreenMode } from '../screen/screen';
import { Terminal } from '../screen/terminal';
import { firmwareLines, shutdownLines, systemLines } from './boot';
import { freshDisk, homeOf, writeIdentity } from './disk';
import type { Files } from './files';
import type { Key } from './keys';
import { Seat, type SeatOptions } from './seat';
import type { TextTerminal } from './text-terminal';

export interface GuestOptions {
  /** Read at every use, so that its owner can change it. */
  spec: MachineSpec;
  screen: Screen;
  /** The terminal on its serial line. */
  serial: TextTerminal;
  schedule: Schedule;
  now: () => number;
  /** Milliseconds from the start to the login. */
  bootMs: number;
  /** Called when the guest has powered itself off (the screen is dark) or is about to reboot. */
  onPower: (event: PowerEvent) => void;
}

/** The system in a machine: it boots, asks for a login, runs a shell and shuts down. Its files stay after a reboot. */
export class Guest {
  private readonly files: Files;
  private readonly history: string[] = [];
  private readonly screenSeat: Seat;
  private readonly serialSeat: Seat;
  private cancelTimer: (() => void) | null = null;
  private running = false;
  private bootedAt = 0;

  constructor(private readonly options: GuestOptions) {
    this.files = freshDisk(options.spec, options.now);
    const terminal = new Terminal(options.screen);
    this.screenSeat = this.seat({ tty: 'tty1', terminal, clears: true });
    this.serialSeat = this.seat({ tty: 'ttyS0', terminal: options.serial, clears: false });
  }

  boot(): void {
    this.leave();
    const { spec, bootMs, now, screen } = this.options;
    this.running = true;
    this.bootedAt = now();
    this.setMode(FIRMWARE_MODE);
    const home = homeOf(spec.username);
    if (!this.files.isDirectory(home)) this.files.makeDirectory(home, true);
    writeIdentity(this.files, spec);
    const firmware = firmwareLines(spec);
    const system = systemLines(spec);
    // Whole milliseconds, so that the login appears no later than bootMs.
    const pause = Math.floor(bootMs / (firmware.length + system.length));
    this.show(firmware, pause, () => {
      this.setMode(SYSTEM_MODE);
      screen.setCursor(0, 0, true);
      this.show(system, pause, () => {
        for (const seat of this.seats) seat.greet(this.bootedAt);
      });
    });
  }

  /** Cuts the power: the screen goes dark at once. */
  halt(): void {
    this.leave();
    this.running = false;
    this.setMode(SYSTEM_MODE);
  }

  /** Applies a new name: to the files at once, to the prompt from the next line on. */
  renamed(): void {
    writeIdentity(this.files, this.options.spec);
  }

  press(key: Key): void {
    if (!this.running) return;
    if (key.kind === 'reset') this.goDown('reboot');
    else this.screenSeat.press(key);
  }

  /** A key that came over the serial line. */
  pressOnSerial(key: Key): void {
    if (this.running) this.serialSeat.press(key);
  }

  private get seats(): readonly Seat[] {
    return [this.screenSeat, this.serialSeat];
  }

  private seat(one: Pick<SeatOptions, 'tty' | 'terminal' | 'clears'>): Seat {
    const { spec, schedule, now } = this.options;
    const { files, history } = this;
    const onPower = (event: PowerEvent) => this.goDown(event);
    return new Seat({ ...one, spec, files, history, schedule, now, onPower });
  }

  private goDown(event: PowerEvent): void {
    this.leave();
    this.print('\n');
    this.show(shutdownLines(event), this.options.bootMs / 30, () => {
      if (event === 'poweroff') this.halt();
      else this.boot();
      this.options.onPower(event);
    });
  }

  /** Ends the current program and everything that was planned. */
  private leave(): void {
    for (const seat of this.seats) seat.close();
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  private setMode(mode: ScreenMode): void {
    this.options.screen.setMode(mode);
    this.screenSeat.terminal = new Terminal(this.options.screen);
  }

  /** Writes to the screen and to the serial line. */
  private print(text: string): void {
    for (const { terminal } of this.seats) terminal.write(text);
  }

  /** Shows one line after the other, then calls `then`. */
  private show(lines: readonly string[], pauseMs: number, then: () => void, from = 0): void {
    const line = lines[from];
    if (line === undefined) return then();
    this.print(`${line}\n`);
    this.cancelTimer = this.options.schedule(
      () => this.show(lines, pauseMs, then, from + 1),
      pauseMs,
    );
  }
}
