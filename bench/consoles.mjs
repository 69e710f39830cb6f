// `node bench/consoles.mjs` measures what the relay of machine consoles costs, beside Debian's websockify (left out
// where it isn't installed) and beside the same relay in plain Node. All get the same flood and the same echoes, from
// one machine and to one client, in rounds that alternate; the table shows medians. The console has served 200 pages
// before. Websockify turns one WebSocket into TCP, the relay one WebSocket into another.
//
// `node bench/consoles.mjs sessions` holds 50 consoles open for 60 seconds, with keys and output on each, and prints
// how many dropped and how the console's memory grew.
import { EventEmitter } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, request as send } from 'node:http';
import { createServer as createNetServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { start } from '../scripts/children.mjs';
import { signIn, startBench } from './servers.mjs';

const port = Number(process.env.BENCH_PORT ?? 4700);
const backendPort = port + 4;
const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const pages = 200;
const flood = 256 * 1024 * 1024;
const echoes = 2000;
const websockify = '/usr/bin/websockify';

/** The first line that a child prints. */
function firstLine(child) {
  return new Promise((resolve) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.split('\n', 1)[0]);
    });
  });
}

const node = (file, ...args) =>
  start(process.execPath, [...args, ...file], { stdio: ['ignore', 'pipe', 'inherit'] });

/** A port that nobody listens on. */
function freePort() {
  return new Promise((resolve) => {
    const server = createNetServer().listen(0, '127.0.0.1', () => {
      const { port: free } = server.address();
      server.close(() => resolve(free));
    });
  });
}

/** Passes calls on to the sandbox, but names `machine` as the console of every machine. */
async function startBackend(machine) {
  const server = createServer((asked, answer) => {
    const { method, url, headers } = asked;
    if (url.endsWith('/console-websocket') || url.endsWith('/console-serial')) {
      asked.resume();
      const screen = { url: machine, password: 'fake-vnc' };
      const serial = { url: `${machine}serial`, user: 'bench', ticket: 'fake-ticket', position: 0 };
      const body = { message: 'Console', data: url.endsWith('serial') ? serial : screen };
      answer.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      return;
    }
    const passed = send(`http://127.0.0.1:${port + 1}${url}`, { method, headers }, (incoming) => {
      answer.writeHead(incoming.statusCode, incoming.headers);
      incoming.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise((resolve) => server.listen(backendPort, '127.0.0.1', resolve));
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

/** CPU seconds of a process and its children, those that ended included; websockify forks for each client. */
function cpuSeconds(pid) {
  const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ');
  return children.filter(Boolean).reduce((sum, child) => sum + cpuSeconds(child), own);
}

/** Memory of a process in MB, as the system counts it. */
function residentMegabytes(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) / 1024;
}

function opened(socket) {
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
    socket.once('close', (code) => reject(new Error(`closed with ${code}`)));
  });
}

const ended = (socket) =>
  new Promise((resolve) => {
    if (socket.readyState === WebSocket.CLOSED) resolve();
    socket.once('close', resolve);
    socket.close();
  });

/** Asks for a flood. @returns MB a second, and CPU seconds of the relay for each GB */
async function measureFlood({ dial, pid }) {
  const socket = await opened(await dial());
  const order = Buffer.alloc(9, 0x66);
  order.writeBigUInt64BE(BigInt(flood), 1);
  const before = cpuSeconds(pid);
  const began = performance.now();
  let got = 0;
  await new Promise((resolve, reject) => {
    socket.on('message', (data) => {
      got += data.length;
      if (got >= flood) resolve();
    });
    socket.once('close', () => reject(new Error('the flood was cut off')));
    socket.send(order);
  });
  const seconds = (performance.now() - began) / 1000;
  const cpu = cpuSeconds(pid) - before;
  await ended(socket);
  return { rate: flood / 1e6 / seconds, cpu: (cpu / flood) * 1e9 };
}

/** Sends 64 bytes and waits for them, many times. @returns milliseconds at the median and the 99th percentile */
async function measureEcho({ dial }) {
  const socket = await opened(await dial());
  const bytes = Buffer.alloc(64, 0x78);
  socket.send(Buffer.from('e'));
  const times = [];
  for (let count = 0; count < echoes + 100; count += 1) {
    const began = performance.now();
    await new Promise((resolve) => {
      socket.once('message', resolve);
      socket.send(bytes);
    });
    if (count >= 100) times.push(performance.now() - began);
  }
  await ended(socket);
  times.sort((one, other) => one - other);
  return { p50: times[echoes / 2], p99: times[Math.floor(echoes * 0.99)] };
}

const median = (values) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];

/** The socket of a serial console: it frames what is sent, and tells how much it has taken, as the page does. */
class SerialSocket extends EventEmitter {
  constructor(socket) {
    super();
    this.socket = socket;
    let [taken, told] = [0, 0];
    socket.on('message', (data, binary) => {
      if (!binary) {
        if (String(data) === 'ready') this.emit('open');
        return;
      }
      taken += data.length;
      if (taken - told >= 64 * 1024) socket.send(`taken:${(told = taken)}`);
      this.emit('message', data);
    });
    socket.on('close', (code) => this.emit('close', code));
    socket.on('error', (error) => this.emit('error', error));
  }
  get readyState() {
    return this.socket.readyState;
  }
  send(bytes) {
    this.socket.send(Buffer.concat([Buffer.from(`0:${bytes.length}:`), bytes]));
  }
  close() {
    this.socket.close();
  }
}

/** How a client opens a console of the production server: by a ticket, which a machine's page asks for. */
async function consoleDial({ base, order, browser }) {
  const tenant = await order('/tenants', { awanio: {}, dewavps: { instances: 1 } });
  const context = await browser.newContext();
  await signIn(base, context, tenant);
  const instance = tenant.dewavps.instances[0].uuid;
  const cookies = await context.cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const headers = { origin: base };
  const ask = async (kind, more) => {
    const data = { account: 'bench', instance, ...more };
    const answer = await context.request.post(`${base}/api/console/${kind}`, { data, headers });
    if (!answer.ok()) throw new Error(`ticket: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()).ticket;
  };
  const open = (ticket) =>
    new WebSocket(
      `${base.replace('http', 'ws')}/api/console/socket`,
      ['binary', `nusa.ticket.${ticket}`],
      { perMessageDeflate: false, headers: { cookie, ...headers } },
    );
  const dial = async () => open(await ask('ticket'));
  const dialSerial = async () =>
    new SerialSocket(open(await ask('serial-ticket', { after: null })));
  const page = (at) =>
    context.request.get(
      `${base}${['/', '/vps/bench/instances', `/vps/bench/instances/${instance}`][at % 3]}`,
    );
  return { dial, dialSerial, page };
}

const plainDial = (url) => () =>
  new WebSocket(url, ['binary'], { perMessageDeflate: false, origin: 'http://localhost' });

async function compare(served, machine) {
  const [socketPort, plainPort] = machine;
  const { dial, dialSerial, page } = await consoleDial(served);
  for (let at = 0; at < pages; at += 1) {
    const answer = await page(at);
    if (!answer.ok()) throw new Error(`page: ${answer.status()}`);
  }
  const bare = node(['bench/bare-relay.mjs', `ws://127.0.0.1:${socketPort}/`], '--import', 'tsx');
  const barePort = await firstLine(bare);
  const subjects = [
    { name: `screen, after ${pages} pages`, dial, pid: served.pid },
    { name: `serial console, after ${pages} pages`, dial: dialSerial, pid: served.pid },
    {
      name: 'its relay in plain Node',
      dial: plainDial(`ws://127.0.0.1:${barePort}/`),
      pid: bare.pid,
    },
  ];
  if (existsSync(websockify)) {
    const free = await freePort();
    const other = start(websockify, [`127.0.0.1:${free}`, `127.0.0.1:${plainPort}`], {
      stdio: 'ignore',
    });
    const url = `ws://127.0.0.1:${free}/`;
    subjects.push({ name: 'websockify', dial: plainDial(url), pid: other.pid });
    for (let tries = 0; tries < 50; tries += 1) {
      const up = await opened(plainDial(url)()).then(ended, () => 'refused');
      if (up !== 'refused') break;
      await wait(100);
    }
  } else console.log(`${websockify} is not installed: it is left out.`);
  const results = new Map(subjects.map(({ name }) => [name, []]));
  // The first round warms up, and is not counted.
  for (let round = 0; round <= rounds; round += 1)
    for (const subject of subjects) {
      const result = { ...(await measureFlood(subject)), ...(await measureEcho(subject)) };
      if (round > 0) results.get(subject.name).push(result);
    }
  console.table(
    Object.fromEntries(
      [...results].map(([name, found]) => {
        const of = (key) => median(found.map((one) => one[key]));
        return [
          name,
          {
            'MB/s': Math.round(of('rate')),
            'CPU s/GB': of('cpu').toFixed(2),
            'echo p50 ms': of('p50').toFixed(3),
            'echo p99 ms': of('p99').toFixed(3),
          },
        ];
      }),
    ),
  );
}

async function sessions(served) {
  const [count, seconds, warmUp] = [50, 60, 15];
  // A session may have twenty consoles, so several people have them.
  const people = await Promise.all([1, 2, 3].map(() => consoleDial(served)));
  for (let at = 0; at < pages; at += 1) await people[0].page(at);
  let dropped = 0;
  let wrong = 0;
  const sockets = [];
  for (let at = 0; at < count; at += 1) {
    const socket = await opened(await people[at % people.length].dial());
    sockets.push(socket);
    socket.once('close', () => (dropped += 1));
    socket.send(Buffer.from('e'));
    socket.on('message', (data) => (socket.waiting -= data.length));
    socket.waiting = 0;
  }
  const key = Buffer.alloc(8, 1);
  const picture = Buffer.alloc(32 * 1024, 2);
  const until = async (end) => {
    while (performance.now() < end) {
      for (const socket of sockets) {
        if (socket.readyState !== WebSocket.OPEN) continue;
        const bytes = Math.random() < 0.2 ? picture : key;
        socket.waiting += bytes.length;
        socket.send(bytes);
      }
      await wait(200);
    }
  };
  const began = performance.now();
  await until(began + warmUp * 1000);
  const before = residentMegabytes(served.pid);
  await until(began + seconds * 1000);
  const grown = residentMegabytes(served.pid) - before;
  await wait(1000);
  wrong = sockets.filter((socket) => socket.waiting !== 0).length;
  console.table({
    sessions: count,
    seconds,
    dropped,
    'with bytes missing': wrong,
    'memory after warm-up, MB': before.toFixed(1),
    'grown, MB': grown.toFixed(1),
    'grown for each session, MB': (grown / count).toFixed(3),
  });
  for (const socket of sockets) socket.terminate();
  if (dropped > 0 || wrong > 0 || grown / count >= 1) process.exitCode = 1;
}

const machine = node(['bench/console-machine.mjs', String(64 * 1024)]);
const machinePorts = (await firstLine(machine)).split(' ');
const stopBackend = await startBackend(`ws://127.0.0.1:${machinePorts[0]}/`);
const served = await startBench(port, {
  NUSA_DEWAVPS_URL: `http://127.0.0.1:${backendPort}/dewavps/v1`,
  NUSA_CONSOLE_HOSTS: '127.0.0.1',
});
try {
  if (process.argv[2] === 'sessions') await sessions(served);
  else await compare(served, machinePorts);
} finally {
  stopBackend();
  await served.stop();
}
