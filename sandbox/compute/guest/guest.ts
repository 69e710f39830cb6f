import type { MachineSpec, PowerEvent, Schedule } from '../engine';
import { FIRMWARE_MODE, SYSTEM_MODE, type Screen, type ScreenMode } from '../screen/screen';
import { Terminal } from '../screen/terminal';
import { firmwareLines, shutdownLines, systemLines } from './boot';
import { freshDisk, homeOf, writeIdentity } from './disk';
import type { Files } from './files';
import type { Key } from './keys';
import { Login } from './login';
import { Shell } from './shell';

export interface GuestOptions {
  /** Read at every use, so that its owner can change it. */
  spec: MachineSpec;
  screen: Screen;
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
  private terminal: Terminal;
  private front: Login | Shell | null = null;
  private cancelTimer: (() => void) | null = null;
  private running = false;
  private bootedAt = 0;

  constructor(private readonly options: GuestOptions) {
    this.files = freshDisk(options.spec, options.now);
    this.terminal = new Terminal(options.screen);
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
      this.show(system, pause, () => this.greet());
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
    else this.front?.press(key);
  }

  private greet(): void {
    this.terminal.write(`\n${this.options.spec.os}  tty1\n\n`);
    this.login();
  }

  private login(): void {
    const { spec, schedule } = this.options;
    this.front = new Login({
      terminal: this.terminal,
      spec,
      schedule,
      onSuccess: () => this.openShell(),
    });
  }

  private openShell(): void {
    const { spec, schedule, now } = this.options;
    const date = new Date(now()).toUTCString().replace('GMT', 'UTC');
    this.terminal.write(
      `\nWelcome to ${spec.os}. It is ${date}.\nType help for the commands of this machine.\n\n`,
    );
    this.front = new Shell({
      terminal: this.terminal,
      spec,
      files: this.files,
      history: this.history,
      schedule,
      now,
      bootedAt: this.bootedAt,
      onEffect: (effect) => {
        if (effect === 'logout') this.logout();
        else this.goDown(effect);
      },
    });
  }

  private logout(): void {
    this.leave();
    this.terminal.clear();
    this.greet();
  }

  private goDown(event: PowerEvent): void {
    this.leave();
    this.terminal.write('\n');
    this.show(shutdownLines(event), this.options.bootMs / 30, () => {
      if (event === 'poweroff') this.halt();
      else this.boot();
      this.options.onPower(event);
    });
  }

  /** Ends the current program and everything that was planned. */
  private leave(): void {
    this.front?.close();
    this.front = null;
    this.cancelTimer?.();
    this.cancelTimer = null;
  }

  private setMode(mode: ScreenMode): void {
    this.options.screen.setMode(mode);
    this.terminal = new Terminal(this.options.screen);
  }

  /** Shows one line after the other, then calls `then`. */
  private show(lines: readonly string[], pauseMs: number, then: () => void, from = 0): void {
    const line = lines[from];
    if (line === undefined) return then();
    this.terminal.write(`${line}\n`);
    this.cancelTimer = this.options.schedule(
      () => this.show(lines, pauseMs, then, from + 1),
      pauseMs,
    );
  }
}
