/*
 * `node bench/calls.mjs [pages] [open] [walk]`: what the pages ask of a slow and strict backend, after `npm run build`.
 *
 * Starts sandbox and console from dist/ on ports of its own, with a proxy between them (./slow-backend) that adds
 * BENCH_DELAY (300) milliseconds to each answer and lets each credential make BENCH_LIMIT (60) calls in any minute.
 *
 * - `pages` opens each page twice, with a credential of its own: for a new session, and once more. Prints the calls of
 *   each load, grouped into rounds (a round begins after an answer of the one before), what was asked twice, and first
 *   contentful paint and first row in milliseconds. BENCH_CPU (1) slows the browser's CPU down.
 * - `open` leaves pages open for BENCH_MINUTES (3), with a machine at work that never ends, and prints the calls of each
 *   minute: each page with a credential of its own, and five tabs with one.
 * - `walk` goes through the console for as long, in one tab and in three, with a VPS key and as an Awanio administrator
 *   of two organizations. Prints the calls of a minute by operation, and how often a person saw a refusal (429).
 *
 * Without a word it does all three. Fails where one tab met a refusal. BENCH_PORT (4850) is the first of five ports.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { signIn, slowCpu, startBench, watchPaints } from './servers.mjs';
import { askedFor, startSlowBackend } from './slow-backend.mjs';

const setting = (name, otherwise) => Number(process.env[`BENCH_${name}`] ?? otherwise);
const port = setting('PORT', 4850);
const minutes = setting('MINUTES', 3);
const cpu = setting('CPU', 1);
const words = process.argv.slice(2);
const wanted = (part) => words.length === 0 || words.includes(part);

const proxied = `http://127.0.0.1:${port + 4}`;
const { calls, stop: stopProxy } = await startSlowBackend(
  port + 4,
  `http://127.0.0.1:${port + 1}`,
  {
    delay: setting('DELAY', 300),
    perMinute: setting('LIMIT', 60),
  },
);
const { base, order, browser, stop } = await startBench(port, {
  NUSA_AWANIO_URL: `${proxied}/awanio/v2`,
  NUSA_DEWAVPS_URL: `${proxied}/dewavps/v1`,
  NUSA_CALLS_PER_MINUTE: String(setting('LIMIT', 60)),
});

/** A customer of DewaVPS with some of everything. @param hangs whether the first machine never ends its restart */
async function makeCustomer(hangs) {
  const networks = ['gudang', 'cadangan'].map((name) => ({ name, members: 2, gateway: true }));
  const of = { instances: 12, stopped: 3, addresses: 2, disks: 2, networks, age: 60 };
  const tenant = await order('/tenants', {
    speed: 1,
    dewavps: { ...of, snapshots: 2, backups: 3, rules: 5 },
  });
  const [instance] = tenant.dewavps.instances;
  if (hangs) await order(`/tenants/${tenant.id}/instances/${instance.uuid}/restart`, {});
  await order(`/tenants/${tenant.id}/clock`, { speed: 0.001 });
  const at = '/vps/bench';
  const machine = `${at}/instances/${instance.uuid}`;
  const network = `${at}/networks/${tenant.dewavps.networks[0].uuid}`;
  return { tenant, places: { at, machine, network } };
}

/** An administrator of two organizations; the second has a project. */
async function makeAdministrator() {
  const other = await order('/tenants', { speed: 1, awanio: { vms: 2 } });
  const memberOf = other.awanio.organization.uuid;
  const of = { vms: 4, projectVms: 2, volumes: 2, addresses: 2, memberOf };
  const tenant = await order('/tenants', { speed: 1, awanio: of });
  const { organization, vms } = tenant.awanio;
  const at = `/o/${organization.uuid}`;
  return { tenant, places: { at, machine: `${at}/vms/${vms[0].uuid}`, other: `/o/${memberOf}` } };
}

const customerPages = {
  home: () => '/',
  overview: ({ at }) => at,
  instances: ({ at }) => `${at}/instances`,
  instance: ({ machine }) => machine,
  'instance, metrics': ({ machine }) => `${machine}/metrics`,
  'instance, backups': ({ machine }) => `${machine}/backups`,
  'instance, firewall': ({ machine }) => `${machine}/firewall`,
  'instance, network': ({ machine }) => `${machine}/network`,
  'instance, storage': ({ machine }) => `${machine}/storage`,
  'new instance': ({ at }) => `${at}/instances/new`,
  networks: ({ at }) => `${at}/networks`,
  network: ({ network }) => network,
  addresses: ({ at }) => `${at}/addresses`,
  volumes: ({ at }) => `${at}/volumes`,
  'SSH keys': ({ at }) => `${at}/ssh-keys`,
  prices: ({ at }) => `${at}/prices`,
};
const administratorPages = {
  home: () => '/',
  overview: ({ at }) => at,
  VMs: ({ at }) => `${at}/vms`,
  VM: ({ machine }) => machine,
  'new VM': ({ at }) => `${at}/vms/new`,
  'other overview': ({ other }) => other,
  'other VMs': ({ other }) => `${other}/vms`,
};
const kinds = {
  'VPS key': { make: makeCustomer, pages: customerPages },
  administrator: { make: makeAdministrator, pages: administratorPages },
};

/** A browser of somebody new. `refused` counts answers of 429 to their pages, `asked` lists what these ask for. */
async function newPerson(kind, hangs) {
  const { tenant, places } = await kinds[kind].make(hangs);
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.addInitScript(watchPaints);
  const credential = tenant.dewavps?.keys[0].key ?? null;
  const person = { tenant, places, context, credential, asked: [], refused: 0, screens: 0 };
  context.on('request', (request) => {
    const asked = askedFor(request.method(), request.url());
    if (asked) person.asked.push({ ...asked, start: Date.now() });
  });
  context.on('response', (response) => {
    if (response.status() === 429) person.refused += 1;
  });
  return person;
}

const callsOf = ({ credential }, from) =>
  calls.filter((call) => call.credential === credential && call.start >= from);

/** Awanio's token is known by the newest call with one. */
function learnToken(person) {
  const found = calls.findLast(({ credential }) => credential?.startsWith('Bearer'));
  person.credential ??= found?.credential ?? null;
}

async function signedIn(kind, hangs = true) {
  const person = await newPerson(kind, hangs);
  await signIn(base, person.context, person.tenant);
  learnToken(person);
  return person;
}

async function newTab(person) {
  const page = await person.context.newPage();
  if (cpu > 1) await slowCpu(person.context, page, cpu);
  return page;
}

/** Waits until nothing was asked for a while, and gives the calls since `from`. */
async function quiet(person, from) {
  for (let left = 100; left > 0; left -= 1) {
    const made = callsOf(person, from);
    const last = Math.max(from, ...made.map(({ end }) => end ?? Date.now()));
    if (Date.now() - last > 1_400) return made;
    await wait(100);
  }
  return callsOf(person, from);
}

/** Groups calls into rounds: each begins after the end of one in the round before. */
function roundsOf(made) {
  const depths = new Map();
  for (const call of made.toSorted((one, two) => one.start - two.start)) {
    const before = [...depths].filter(([other]) => other.end !== null && other.end <= call.start);
    depths.set(call, 1 + Math.max(0, ...before.map(([, depth]) => depth)));
  }
  const rounds = [];
  for (const [{ ref }, depth] of depths) (rounds[depth - 1] ??= []).push(ref);
  return rounds;
}

/** What was asked twice: by the browser, or by the browser after the console's own read for the page. */
function repeatsOf(made, asked) {
  const own = [...made];
  for (const { key, start } of asked) {
    const caused = own.findIndex((call) => call.key === key && call.start >= start - 20);
    if (caused >= 0) own.splice(caused, 1);
  }
  const seen = new Set();
  return [...own, ...asked]
    .filter(({ key }) => seen.has(key) || !seen.add(key))
    .map(({ ref }) => ref);
}

/** Does what opens a page, and tells what it took. */
async function measure(person, page, open) {
  person.asked.length = 0;
  const from = Date.now();
  await open();
  await page.waitForLoadState('networkidle');
  const made = await quiet(person, from);
  const asked = [...person.asked];
  const { fcp, row } = await page.evaluate(() => globalThis.paints);
  return { made, rounds: roundsOf(made), repeats: repeatsOf(made, asked), fcp, row };
}

function print(name, { made, rounds, repeats, fcp, row }) {
  const drawn = row > 0 ? `, row ${Math.round(row)}` : '';
  console.log(
    `  ${name}: ${made.length} calls, ${rounds.length} rounds, FCP ${Math.round(fcp)}${drawn} ms`,
  );
  console.log(`    ${rounds.map((refs) => refs.join(' ')).join(' | ')}`);
  if (repeats.length > 0) console.log(`    twice: ${repeats.join(' ')}`);
}

async function measureSignIn(kind) {
  const person = await newPerson(kind, false);
  const page = await newTab(person);
  await page.goto(`${base}/sign-in`);
  await page.waitForLoadState('networkidle');
  const { awanio, dewavps } = person.tenant;
  if (awanio) {
    await page.locator('input[name=username]').first().fill(awanio.username);
    await page.locator('input[name=password]').first().fill(awanio.password);
  } else {
    await page.getByRole('radio', { name: /API key/ }).check({ force: true });
    await page.getByLabel('Name for this account').fill('bench');
    await page.getByLabel('API key', { exact: true }).fill(dewavps.keys[0].key);
  }
  const taken = await measure(person, page, async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    learnToken(person);
  });
  print('sign-in', taken);
  await person.context.close();
}

async function measurePages(kind) {
  console.log(`${kind}${cpu > 1 ? `, CPU slowed down ${cpu} times` : ''}`);
  await measureSignIn(kind);
  for (const [name, where] of Object.entries(kinds[kind].pages)) {
    const person = await signedIn(kind, false);
    const page = await newTab(person);
    for (const time of ['first', 'again'])
      print(
        `${name}, ${time}`,
        await measure(person, page, () => page.goto(`${base}${where(person.places)}`)),
      );
    await person.context.close();
  }
}

/** Prints calls by reference, the most frequent first. */
function refsOf(made) {
  const counted = new Map();
  for (const { ref } of made) counted.set(ref, (counted.get(ref) ?? 0) + 1);
  const sorted = [...counted].toSorted(([, one], [, two]) => two - one);
  return sorted.map(([ref, count]) => `${ref} ${count}`).join(', ');
}

const ofMinute = (made, from, minute) =>
  made.filter(({ start }) => Math.floor((start - from) / 60_000) === minute);
const eachMinute = Array.from({ length: Math.ceil(minutes) }, (_, minute) => minute);

/** Leaves pages open, all at once, each group of tabs with a credential of its own. */
async function measureOpen() {
  const five = ({ at, machine }) => [`${at}/instances`, `${at}/instances`, machine, at, '/'];
  const groups = Object.entries(kinds).flatMap(([kind, { pages }]) =>
    Object.entries(pages).map(([name, where]) => [kind, name, (places) => [where(places)]]),
  );
  const people = [];
  for (const [kind, name, where] of [...groups, ['VPS key', 'five tabs', five]])
    people.push([`${kind}, ${name}`, await signedIn(kind), where]);
  for (const [, person, where] of people)
    for (const place of where(person.places))
      await (await newTab(person)).goto(`${base}${place}`, { waitUntil: 'commit' });
  await wait(10_000); // what loading asks for once is no polling
  const from = Date.now();
  await wait(minutes * 60_000);
  console.log('left open, calls of each minute');
  for (const [name, person] of people) {
    const made = callsOf(person, from);
    const each = eachMinute.map((minute) => ofMinute(made, from, minute).length);
    console.log(
      `  ${name}: ${each.join(' ')}${person.refused ? `, ${person.refused} refused` : ''}`,
    );
    if (made.length > 0) console.log(`    ${refsOf(made)}`);
    await person.context.close();
  }
}

/** Goes round the pages in one tab, ten seconds each, by a link where the page has one. */
async function walkTab(person, kind, offset, until) {
  const page = await newTab(person);
  const stops = Object.values(kinds[kind].pages).map((where) => where(person.places));
  for (let step = offset; Date.now() < until; step += 1) {
    const where = stops[step % stops.length];
    const link = page.locator(`a[href="${where}"]:visible`).first();
    if ((await link.count()) > 0) await link.click();
    else await page.goto(`${base}${where}`);
    await wait(Math.min(10_000, Math.max(0, until - Date.now())));
    if (await page.getByText('Too many requests').first().isVisible()) person.screens += 1;
  }
}

async function measureWalks() {
  const walks = [];
  for (const kind of Object.keys(kinds))
    for (const tabs of [1, 3]) walks.push({ kind, tabs, person: await signedIn(kind) });
  const from = Date.now();
  const until = from + minutes * 60_000;
  await Promise.all(
    walks.flatMap(({ kind, tabs, person }) =>
      Array.from({ length: tabs }, (_, tab) => walkTab(person, kind, tab * 5, until)),
    ),
  );
  console.log('walked through, calls of each minute');
  for (const { kind, tabs, person } of walks) {
    const made = callsOf(person, from);
    const each = eachMinute.map((minute) => ofMinute(made, from, minute).length);
    const limited = made.filter(({ status }) => status === 429).length;
    console.log(`  ${kind}, ${tabs} tab(s): ${each.join(' ')}; refused by the backend ${limited}`);
    console.log(`    a person saw: ${person.screens} screens, ${person.refused} answers of 429`);
    console.log(`    ${refsOf(made)}`);
    if (tabs === 1 && person.screens + person.refused > 0) process.exitCode = 1;
    await person.context.close();
  }
}

try {
  console.log(
    `${setting('DELAY', 300)} ms for each answer, ${setting('LIMIT', 60)} calls a minute`,
  );
  if (wanted('pages')) for (const kind of Object.keys(kinds)) await measurePages(kind);
  if (wanted('open')) await measureOpen();
  if (wanted('walk')) await measureWalks();
} finally {
  stopProxy();
  await stop();
}
