import { lines, type Command, type CommandContext, type Outcome } from './command';

const KERNEL = '6.8.0-49-cloud';
const PING_MS = 1_000;

/** A number derived from a machine's id, so that the same machine always shows the same figures. */
function figure(context: CommandContext, salt: string, from: number, to: number): number {
  let hash = 2166136261;
  for (const char of context.spec.id + salt) hash = Math.imul(hash ^ char.charCodeAt(0), 16777619);
  return from + ((hash >>> 0) / 2 ** 32) * (to - from);
}

/** The time as `Sat Nov 21 10:03:00 UTC 2026`; cloud images use UTC. */
function dateLine(time: number): string {
  const [day = '', date = '', month = '', year = '', clock = ''] = new Date(time)
    .toUTCString()
    .split(/,? /);
  return `${day} ${month} ${date} ${clock} UTC ${year}`;
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 19);
}

function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1_440);
  const time = `${Math.floor((minutes % 1_440) / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return days > 0 ? `${days} day${days === 1 ? '' : 's'}, ${time}` : time;
}

function load(context: CommandContext): string {
  return ['a', 'b', 'c'].map((salt) => figure(context, salt, 0.01, 0.2).toFixed(2)).join(', ');
}

function memory(context: CommandContext): {
  total: number;
  used: number;
  cache: number;
  free: number;
} {
  const total = Math.round(context.spec.memoryGb * 1024 * 0.97);
  const used = Math.round(total * figure(context, 'used', 0.08, 0.16));
  const cache = Math.round(total * figure(context, 'cache', 0.1, 0.25));
  return { total, used, cache, free: total - used - cache };
}

function uptimeLine(context: CommandContext): string {
  return ` ${clock(context.now)} up ${duration(context.uptime)},  1 user,  load average: ${load(context)}`;
}

function freeTable(context: CommandContext): Outcome {
  const { total, used, cache, free } = memory(context);
  const row = (name: string, values: (number | string)[]) =>
    name.padEnd(8) + values.map((value) => String(value).padStart(10)).join('');
  return lines(
    row('', ['total', 'used', 'free', 'cache', 'available']),
    row('Mem:', [total, used, free, cache, total - used]),
    row('Swap:', [0, 0, 0]),
    '(MiB)',
  );
}

function diskTable(context: CommandContext): Outcome {
  const size = context.spec.storageGb;
  const used = Math.min(size, 1.8 + size * figure(context, 'disk', 0.01, 0.06));
  const row = (...cells: string[]) =>
    (cells[0] ?? '').padEnd(14) +
    cells
      .slice(1, 5)
      .map((cell) => cell.padStart(7))
      .join('') +
    `  ${cells[5] ?? ''}`;
  const gigabytes = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)}G`;
  return lines(
    row('Filesystem', 'Size', 'Used', 'Avail', 'Use%', 'Mounted on'),
    row(
      '/dev/vda1',
      gigabytes(size),
      gigabytes(used),
      gigabytes(size - used),
      `${Math.round((used / size) * 100)}%`,
      '/',
    ),
    row(
      'tmpfs',
      gigabytes(context.spec.memoryGb / 10),
      '0',
      gigabytes(context.spec.memoryGb / 10),
      '0%',
      '/run',
    ),
  );
}

function addresses(context: CommandContext): Outcome {
  const mac = ['m', 'n', 'o'].map((salt) =>
    Math.floor(figure(context, salt, 0, 256))
      .toString(16)
      .padStart(2, '0'),
  );
  const { ip } = context.spec;
  return lines(
    '1: lo: <LOOPBACK,UP> mtu 65536 state UNKNOWN',
    '    inet 127.0.0.1/8 scope host lo',
    `2: eth0: <BROADCAST,MULTICAST,UP> mtu 1500 state UP`,
    `    link/ether 52:54:00:${mac.join(':')}`,
    ip ? `    inet ${ip}/24 scope global eth0` : '    (no public address)',
  );
}

function ping(args: readonly string[], context: CommandContext): Outcome {
  const host = args.filter((arg) => !arg.startsWith('-') && !/^\d+$/.test(arg))[0];
  if (!host) return { error: 'ping: a host is missing\n' };
  const own = [context.spec.ip, context.spec.hostname, 'localhost', '127.0.0.1'].includes(host);
  const times = ['x', 'y', 'z'].map((salt) =>
    figure(context, host + salt, own ? 0.02 : 8, own ? 0.06 : 22),
  );
  const digits = own ? 3 : 1;
  const replies = times.map((time, i) => ({
    afterMs: i === 0 ? 0 : PING_MS,
    text: `64 bytes from ${host}: seq=${i + 1} ttl=${own ? 64 : 56} time=${time.toFixed(digits)} ms\n`,
  }));
  const summary = `\n--- ${host}: 3 sent, 3 received, 0% lost ---\n`;
  return {
    out: `PING ${host}: 56 data bytes (simulated)\n`,
    later: [...replies, { afterMs: 0, text: summary }],
  };
}

function top(context: CommandContext): Outcome {
  const { total, used, free } = memory(context);
  const row = (pid: string, user: string, cpu: string, mem: string, name: string) =>
    `${pid.padStart(6)} ${user.padEnd(10)} ${cpu.padStart(5)} ${mem.padStart(5)}  ${name}`;
  const percent = (salt: string, to: number) => figure(context, salt, 0, to).toFixed(1);
  return lines(
    `top -${uptimeLine(context)}`,
    `Tasks: 84 total, 1 running, 83 sleeping     Cores: ${context.spec.cpu}`,
    `Memory: ${total} MiB total, ${used} MiB used, ${free} MiB free`,
    '',
    `\u001b[7m${row('PID', 'USER', '%CPU', '%MEM', 'COMMAND').padEnd(60)}\u001b[0m`,
    row('1', 'root', '0.0', percent('init', 0.6), 'init'),
    row('312', 'root', '0.0', percent('journal', 0.9), 'journal'),
    row('488', 'root', '0.1', percent('sshd', 0.4), 'sshd'),
    row('501', 'root', percent('agent', 0.7), percent('agentm', 0.8), 'guest-agent'),
    row('642', context.user, '0.0', percent('shell', 0.3), 'shell'),
    row('701', context.user, '0.3', percent('top', 0.2), 'top'),
  );
}

export const SYSTEM_COMMANDS: Record<string, Command> = {
  date: { summary: 'the time, in UTC', run: (_, { now }) => lines(dateLine(now)) },
  df: { summary: 'disk space', run: (_, context) => diskTable(context) },
  free: { summary: 'memory', run: (_, context) => freeTable(context) },
  hostname: { summary: "the machine's name", run: (_, { spec }) => lines(spec.hostname) },
  ip: {
    summary: 'network addresses (ip addr)',
    run: (args, context) =>
      args[0] !== undefined && /^a(ddr(ess)?)?$/.test(args[0])
        ? addresses(context)
        : { error: 'usage: ip addr\n' },
  },
  nproc: { summary: 'number of cores', run: (_, { spec }) => lines(String(spec.cpu)) },
  ping: { summary: 'three simulated replies', run: ping },
  top: { summary: 'a look at what runs', run: (_, context) => top(context) },
  uname: {
    summary: 'the system (-a)',
    run: (args, { spec }) =>
      lines(args.includes('-a') ? `Linux ${spec.hostname} ${KERNEL} x86_64 GNU/Linux` : 'Linux'),
  },
  uptime: { summary: 'how long it has run', run: (_, context) => lines(uptimeLine(context)) },
};
