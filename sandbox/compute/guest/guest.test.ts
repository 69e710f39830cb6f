import { describe, expect, it } from 'vitest';
import { Screen } from '../screen/screen';
import { BOOT_MS, SPEC } from '../testing/machines';
import { ManualTimers } from '../testing/timers';
import { SerialPort } from '../serial/port';
import { SerialTerminal } from '../serial/terminal';
import { Guest } from './guest';
import type { Key, NamedKey } from './keys';

const serialOf = (timers: ManualTimers) =>
  new SerialTerminal(new SerialPort(timers.schedule, () => undefined));

function bootGuest(spec = SPEC) {
  const screen = new Screen();
  const timers = new ManualTimers();
  const power: string[] = [];
  const own = { ...spec };
  const guest = new Guest({
    spec: own,
    screen,
    serial: serialOf(timers),
    schedule: timers.schedule,
    now: timers.now,
    bootMs: BOOT_MS,
    onPower: (event) => power.push(event),
  });
  guest.boot();
  timers.advance(BOOT_MS);
  const type = (text: string) => {
    for (const char of text)
      guest.press(char === '\n' ? named('enter') : { kind: 'text', text: char });
  };
  const press = (...names: NamedKey[]) => names.forEach((name) => guest.press(named(name)));
  const control = (letter: string) => guest.press({ kind: 'control', letter });
  const lastLines = (count: number) => screen.text().split('\n').slice(-count);
  return { guest, screen, timers, power, type, press, control, lastLines, spec: own };
}

function named(name: NamedKey): Key {
  return { kind: 'named', name };
}

const PROMPT = 'ayu@web-1:~$';

function shell(spec = SPEC) {
  const guest = bootGuest(spec);
  guest.type(`${spec.username}\n${spec.password}\n`);
  guest.control('l');
  /** Runs a line on an empty screen and returns its output. */
  const run = (line: string): string[] => {
    guest.control('u');
    guest.control('l');
    guest.type(`${line}\n`);
    return guest.screen.text().split('\n').slice(1, -1);
  };
  return { ...guest, run };
}

describe('boot', () => {
  it('shows the firmware, the system and the login, and ignores earlier typing', () => {
    const screen = new Screen();
    const timers = new ManualTimers();
    const { schedule, now } = timers;
    const guest = new Guest({
      spec: SPEC,
      screen,
      serial: serialOf(timers),
      schedule,
      now,
      bootMs: BOOT_MS,
      onPower: () => undefined,
    });
    expect(screen.text()).toBe('');
    guest.boot();
    expect(screen.text()).toBe('Sandbox Firmware 2.1, virtual machine');
    guest.press({ kind: 'text', text: 'x' });
    timers.advance(BOOT_MS / 4);
    expect(screen.text()).toContain('Memory    : 4096 MB');
    timers.advance((3 * BOOT_MS) / 4);
    expect(screen.text().split('\n').slice(-3)).toEqual(['Ubuntu 24.04  tty1', '', 'web-1 login:']);
    guest.halt();
    expect(screen.text()).toBe('');
    expect(screen.pixels.every((pixel) => pixel === 0)).toBe(true);
  });

  it('can be interrupted and started again', () => {
    const { guest, timers, screen } = bootGuest();
    guest.boot();
    timers.advance(BOOT_MS / 4);
    guest.halt();
    timers.advance(BOOT_MS);
    expect(screen.text()).toBe('');
    guest.boot();
    timers.advance(BOOT_MS);
    expect(screen.text()).toMatch(/login:$/);
  });
});

describe('login', () => {
  it('never shows the password', () => {
    const { type, screen, lastLines } = bootGuest();
    type(`ayu\n${SPEC.password}`);
    expect(lastLines(1)).toEqual(['Password:']);
    type('\n');
    expect(lastLines(1)).toEqual([PROMPT]);
    expect(screen.text()).not.toContain(SPEC.password);
  });

  it.each([
    ['root', SPEC.password],
    ['ayu', 'guess'],
    ['ayu', ''],
    ['ayu', `${SPEC.password} `],
  ])('refuses %s with another password', (name, password) => {
    const { type, timers, lastLines } = bootGuest();
    type(`${name}\n${password}\n`);
    expect(lastLines(1)).toEqual(['Password:']);
    timers.advance(1_000);
    expect(lastLines(2)).toEqual(['Login incorrect', 'web-1 login:']);
  });

  it('starts again after an empty name and after Ctrl-C', () => {
    const { type, control, lastLines } = bootGuest();
    type('\n');
    expect(lastLines(2)).toEqual(['web-1 login:', 'web-1 login:']);
    type('ayu\n');
    control('c');
    expect(lastLines(2)).toEqual(['Password: ^C', 'web-1 login:']);
  });
});

describe('line editing', () => {
  it('moves, deletes and inserts', () => {
    const { type, press, control, lastLines } = shell();
    type('echo bd');
    press('left');
    type('c');
    press('home', 'right', 'end', 'left', 'left', 'backspace');
    type('a');
    press('end', 'backspace');
    type('zz');
    press('left', 'delete');
    expect(lastLines(1)).toEqual([`${PROMPT} echo acz`]);
    control('u');
    expect(lastLines(1)).toEqual([PROMPT]);
  });

  it('moves through the history and back to the draft', () => {
    const { run, type, press, lastLines } = shell();
    run('echo one');
    run('echo two');
    type('dra');
    press('up');
    expect(lastLines(1)).toEqual([`${PROMPT} echo two`]);
    press('up', 'up', 'up');
    expect(lastLines(1)).toEqual([`${PROMPT} echo one`]);
    press('down', 'down', 'down');
    expect(lastLines(1)).toEqual([`${PROMPT} dra`]);
  });

  it('wraps long lines and scrolls', () => {
    const { run, type, press, screen } = shell();
    for (let i = 0; i < 20; i++) run('help');
    type('help\nhelp\n');
    type(`echo ${'x'.repeat(250)}`);
    press(...Array.from({ length: 120 }, () => 'left' as const));
    type('!');
    const text = screen.text().split('\n').slice(-3).join('');
    expect(text).toBe(`${PROMPT} echo ${'x'.repeat(130)}!${'x'.repeat(120)}`);
  });

  it('completes commands and files', () => {
    const { run, type, press, lastLines } = shell();
    type('who');
    press('tab');
    expect(lastLines(1)).toEqual([`${PROMPT} whoami`]);
    run('mkdir -p notes/deep; touch notes/deep/first.txt notes/deep/fine.txt');
    type('cat no');
    press('tab');
    type('de');
    press('tab');
    type('f');
    press('tab');
    expect(lastLines(1)).toEqual([`${PROMPT} cat notes/deep/fi`]);
    press('tab');
    expect(lastLines(2)).toEqual(['fine.txt  first.txt', `${PROMPT} cat notes/deep/fi`]);
  });

  it('supports Ctrl-C, Ctrl-L and Ctrl-D', () => {
    const { type, control, screen, lastLines } = shell();
    type('half');
    control('c');
    expect(lastLines(2)).toEqual([`${PROMPT} half^C`, PROMPT]);
    type('keep');
    control('l');
    expect(screen.text()).toBe(`${PROMPT} keep`);
    control('u');
    control('d');
    expect(screen.text()).toBe('\nUbuntu 24.04  tty1\n\nweb-1 login:');
  });
});

describe('commands', () => {
  it.each([
    ['whoami', ['ayu']],
    ['sudo whoami', ['root']],
    ['hostname', ['web-1']],
    ['nproc', ['2']],
    ['pwd', ['/home/ayu']],
    ['uname -a', ['Linux web-1 6.8.0-49-cloud x86_64 GNU/Linux']],
    ['date', ['Sat Nov 21 10:00:04 UTC 2026']],
    ['echo "a  b" c\\ d $USER \'$USER\'', ['a  b c d ayu $USER']],
    ['echo one > f; echo two >> f; cat f', ['one', 'two']],
    ['cat missing && echo no', ['cat: missing: No such file or directory']],
    ['cat missing; echo $?', ['cat: missing: No such file or directory', '1']],
    ['mkdir d && cd d && pwd; cd ..; pwd', ['/home/ayu/d', '/home/ayu']],
    ['mkdir d; touch d/f; rm d; rm -r d; ls', ['rm: d: Is a directory', 'welcome.txt']],
    [
      'touch /etc/x; sudo touch /etc/x; ls /etc',
      ['touch: /etc/x: Permission denied', 'hostname    hosts       os-release  x'],
    ],
    ['echo x > /etc/y', ['/etc/y: Permission denied']],
    ['cat /etc/hostname', ['web-1']],
    ['ls nowhere', ['ls: nowhere: No such file or directory']],
    ['constructor', ['constructor: command not found (try: help)']],
    ['echo a | cat', ['this shell does not know |']],
    ['echo "open', ['syntax error: " is not closed']],
    ['echo a >', ['syntax error: a file name is missing after >']],
    ['&& echo', ['syntax error: a command is missing']],
    ['# a comment', []],
    ['', []],
  ])('%s', (line, expected) => {
    expect(shell().run(line)).toEqual(expected);
  });

  it('show the specification of the machine', () => {
    const { run, timers } = shell();
    expect(run('ip addr').join('\n')).toContain('inet 203.0.113.7/24');
    expect(run('df -h')[1]).toMatch(/^\/dev\/vda1\s+40G/);
    expect(run('free')[1]).toMatch(/^Mem:\s+3973/);
    timers.advance(26 * 3_600_000);
    expect(run('uptime')[0]).toContain('up 1 day, 2:00');
    expect(
      shell({ ...SPEC, ip: null })
        .run('ip addr')
        .at(-1),
    ).toBe('    (no public address)');
  });

  it('are all listed in help and run without an argument', () => {
    const { run, screen } = shell();
    const list = run('help').join('\n');
    for (const name of [
      'ls',
      'cd',
      'cat',
      'mkdir',
      'rm',
      'ping',
      'top',
      'sudo',
      'reboot',
      'poweroff',
      'history',
    ]) {
      expect(list).toMatch(new RegExp(`(^|\\s)${name}\\s`));
      if (!['reboot', 'poweroff'].includes(name)) run(name);
    }
    expect(screen.text()).toContain(PROMPT);
  });

  it('print the lines of ping over time, keep the typed text, and stop on Ctrl-C', () => {
    const { run, type, control, timers, screen, lastLines } = shell();
    run('ping example.test');
    type('echo later\n');
    expect(screen.text()).not.toContain('seq=2');
    timers.advance(2_000);
    expect(screen.text()).toContain('seq=3');
    expect(lastLines(3)).toEqual([`${PROMPT} echo later`, 'later', PROMPT]);
    run('ping example.test; echo never');
    control('c');
    timers.advance(5_000);
    expect(lastLines(2)).toEqual(['^C', PROMPT]);
  });

  it('fail when the disk is full, before the memory is', () => {
    const { run } = shell();
    run(`echo ${'x'.repeat(800)} > a`);
    let said: string[] = [];
    for (let i = 0; i < 20 && said.length === 0; i++) said = run('cat a > b; cat a b >> a');
    expect(said.join()).toContain('a: No space left on device');
  });

  it('show the end of a long output', () => {
    const { run } = shell();
    run('echo first > a; echo second >> a; cat a a a a > b; cat b b b b > c; cat c c c c > d');
    const shown = run('cat d d d; echo end');
    expect(shown.slice(-3)).toEqual(['first', 'second', 'end']);
    expect(shown).toHaveLength(35);
  });
});

describe('power', () => {
  it('goes off and keeps the files for the next boot', () => {
    const { run, guest, timers, power, screen, type, lastLines } = shell();
    run('echo kept > file; poweroff');
    expect(screen.text()).toContain('The system is going down.');
    timers.advance(BOOT_MS);
    expect(power).toEqual(['poweroff']);
    expect(screen.text()).toBe('');
    guest.press({ kind: 'reset' });
    expect(screen.text()).toBe('');
    guest.boot();
    timers.advance(BOOT_MS);
    type(`ayu\n${SPEC.password}\ncat file\n`);
    expect(lastLines(2)).toEqual(['kept', PROMPT]);
  });

  it.each(['reboot', 'sudo reboot', 'shutdown -r now'])('%s boots again', (line) => {
    const { run, timers, power, screen } = shell();
    run(line);
    timers.advance(2 * BOOT_MS);
    expect(power).toEqual(['reboot']);
    expect(screen.text()).toMatch(/web-1 login:$/);
  });

  it('shows a new name in the prompt and the files', () => {
    const { run, guest, spec, lastLines } = shell();
    spec.hostname = 'db-9';
    guest.renamed();
    expect(run('cat /etc/hostname')).toEqual(['db-9']);
    expect(lastLines(1)).toEqual(['ayu@db-9:~$']);
  });
});
