/*
 * `node bench/calls.mjs [pages] [open] [walk]`: what the pages ask of a slow and strict backend, after `npm run build`.
 *
 * Starts sandbox and console from dist/ on ports of its own, with a proxy between them (./slow-backend) that adds
 * BENCH_DELAY (300) milliseconds to each answer and lets each credential make BENCH_LIMIT (60) calls in any minute.
 *
 * - `pages` opens each page twice, with a credential of its own: for a new session, and once more. Prints the calls of
 *   each load by rounds (a round begins after an answer of the one before), what was asked twice, and first contentful
 *   paint and first row in milliseconds. BENCH_CPU (1) slows the browser's CPU down.
 * - `open` leaves pages open for BENCH_MINUTES (3), with a machine at work that never ends, and prints the calls of each
 *   minute: each page with a credential of its own, and five tabs with one.
 * - `walk` goes through the console for as long, in one tab and in three, with a VPS key and as an Awanio administrator
 *   of two organizations. Prints the calls of each minute, and how often a person saw a refusal (429).
 *
 * Without a word it does all three. Fails where one tab met a refusal. BENCH_PORT (4850) is the first of five ports.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { signIn, signInByForm, slowCpu, startBench, watchPaints } from './servers.mjs';
import { askedFor, startSlowBackend } from './slow-backend.mjs';

const setting = (name, otherwise) => Number(process.env[`BENCH_${name}`] ?? otherwise);
const [port, minutes, cpu] = [setting('PORT', 4850), setting('MINUTES', 3), setting('CPU', 1)];
const [delay, perMinute] = [setting('DELAY', 300), setting('LIMIT', 60)];
const wanted = (part) => process.argv.length === 2 || process.argv.includes(part);
const proxied = `http://127.0.0.1:${port + 4}`;
const proxy = await startSlowBackend(port + 4, `http://127.0.0.1:${port + 1}`, {
  delay,
  perMinute,
});
const { base, order, browser, stop } = await startBench(port, {
  NUSA_AWANIO_URL: `${proxied}/awanio/v2`,
  NUSA_DEWAVPS_URL: `${proxied}/dewavps/v1`,
  NUSA_CALLS_PER_MINUTE: String(perMinute),
});

/** A customer of DewaVPS with some of everything. @param hangs whether the first machine never ends its restart */
async function makeCustomer(hangs) {
  const networks = ['gudang', 'cadangan'].map((name) => ({ name, members: 2, gateway: true }));
  const of = { instances: 12, stopped: 3, addresses: 2, disks: 2, snapshots: 2, backups: 3 };
  const dewavps = { ...of, networks, rules: 5, age: 60 };
  const tenant = await order('/tenants', { speed: 1, dewavps });
  const { uuid } = tenant.dewavps.instances[0];
  if (hangs) await order(`/tenants/${tenant.id}/instances/${uuid}/restart`, {});
  await order(`/tenants/${tenant.id}/clock`, { speed: 0.001 });
  const [at, machine] = ['/vps/bench', `/vps/bench/instances/${uuid}`];
  const tabs = ['', '/metrics', '/backups', '/firewall', '/network', '/storage'];
  const network = `${at}/networks/${tenant.dewavps.networks[0].uuid}`;
  const money = ['', '/deposits', '/credits', '/invoices', '/reports', '/top-up'];
  const lists = ['instances', 'networks', 'addresses', 'volumes', 'ssh-keys', 'prices'];
  const places = [
    ...['/', at, `${at}/instances/new`, network],
    ...lists.map((list) => `${at}/${list}`),
    ...tabs.map((tab) => `${machine}${tab}`),
    ...money.map((page) => `${at}/billing${page}`),
  ];
  return { tenant, places, five: ['/', at, machine, `${at}/instances`, `${at}/instances`] };
}

/** An administrator of two organizations, who is in a project of one. */
async function makeAdministrator() {
  const other = await order('/tenants', { speed: 1, awanio: { vms: 2 } });
  const memberOf = other.awanio.organization.uuid;
  const awanio = { vms: 4, projectVms: 2, volumes: 2, addresses: 2, memberOf };
  const tenant = await order('/tenants', { speed: 1, awanio });
  const [at, second] = [`/o/${tenant.awanio.organization.uuid}`, `/o/${memberOf}`];
  const vms = ['', '/new', `/${tenant.awanio.vms[0].uuid}`].map((end) => `${at}/vms${end}`);
  const places = ['/', at, ...vms, second, `${second}/vms`];
  const money = [`${at}/billing`, `${at}/billing/top-up`, '/billing', '/billing/month-end'];
  return { tenant, places: [...places, ...money] };
}

/** A place without its long ids. */
const nameOf = (place) => place.replaceAll(/[0-9a-f-]{36}/g, '…');

const kinds = { 'VPS key': makeCustomer, administrator: makeAdministrator };

/** A browser of somebody new. `refused` counts answers of 429 to their pages, `asked` lists what these ask for. */
async function newPerson(kind, hangs) {
  const made = await kinds[kind](hangs);
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.addInitScript(watchPaints);
  const credential = made.tenant.dewavps?.keys[0].key ?? null;
  const person = { kind, ...made, context, credential, asked: [], refused: 0, screens: 0 };
  context.on('request', (request) => {
    const asked = askedFor(request.method(), request.url());
    if (asked) person.asked.push({ ...asked, start: Date.now() });
  });
  context.on('response', (response) => void (person.refused += response.status() === 429 ? 1 : 0));
  return person;
}

const callsOf = ({ credential }, from) =>
  proxy.calls.filter((call) => call.credential === credential && call.start >= from);

/** Awanio's token is known by the newest call with one. */
function learnToken(person) {
  const found = proxy.calls.findLast(({ credential }) => credential?.startsWith('Bearer'));
  person.credential ??= found?.credential ?? null;
}

async function signedIn(kind, hangs = true) {
  const person = await newPerson(kind, hangs);
  await signIn(base, person.context, person.tenant);
  learnToken(person);
  return person;
}

async function newTab({ context }) {
  const page = await context.newPage();
  if (cpu > 1) await slowCpu(context, page, cpu);
  return page;
}

/** Waits until nothing was asked for a while, and gives the calls since `from`. */
async function quiet(person, from) {
  for (let left = 100; left > 0; left -= 1) {
    const ends = callsOf(person, from).map(({ end }) => end ?? Date.now());
    if (Date.now() - Math.max(from, ...ends) > 1_400) break;
    await wait(100);
  }
  return callsOf(person, from);
}

/** Groups calls into rounds: each begins after the end of one in the round before. */
function roundsOf(made) {
  const depths = new Map();
  const rounds = [];
  for (const call of made.toSorted((one, two) => one.start - two.start)) {
    const before = [...depths].filter(([other]) => other.end !== null && other.end <= call.start);
    const depth = Math.max(0, ...before.map(([, earlier]) => earlier + 1));
    depths.set(call, depth);
    (rounds[depth] ??= []).push(call.ref);
  }
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
  const again = [...own, ...asked].filter(({ key }) => seen.has(key) || !seen.add(key));
  return again.map(({ ref }) => ref);
}

/** Does what opens a page, and prints what it took. */
async function measure(name, person, page, open) {
  person.asked.length = 0;
  const from = Date.now();
  await open();
  await page.waitForLoadState('networkidle');
  const made = await quiet(person, from);
  const [rounds, repeats] = [roundsOf(made), repeatsOf(made, person.asked)];
  const { fcp, row } = await page.evaluate(() => globalThis.paints);
  const paints = `FCP ${Math.round(fcp)}${row > 0 ? `, row ${Math.round(row)}` : ''} ms`;
  console.log(`  ${name}: ${made.length} calls, ${rounds.length} rounds, ${paints}`);
  console.log(`    ${rounds.map((refs) => refs.join(' ')).join(' | ')}`);
  if (repeats.length > 0) console.log(`    twice: ${repeats.join(' ')}`);
}

async function measurePages(kind) {
  console.log(`${kind}${cpu > 1 ? `, CPU slowed down ${cpu} times` : ''}`);
  const newcomer = await newPerson(kind, false);
  const entrance = await newTab(newcomer);
  await signInByForm(base, entrance, newcomer.tenant, async (press) => {
    await measure('sign-in', newcomer, entrance, () => press().then(() => learnToken(newcomer)));
  });
  const { length } = newcomer.places;
  await newcomer.context.close();
  for (let which = 0; which < length; which += 1) {
    const person = await signedIn(kind, false);
    const page = await newTab(person);
    const place = person.places[which];
    for (const time of ['first', 'again'])
      await measure(`${nameOf(place)}, ${time}`, person, page, () => page.goto(`${base}${place}`));
    await person.context.close();
  }
}

/** Prints somebody's calls since `from`: of each minute, then by reference, the most frequent first. */
function printMinutes(name, person, from) {
  const made = callsOf(person, from);
  const each = Array.from({ length: Math.ceil(minutes) }, (_, minute) => {
    return made.filter(({ start }) => Math.floor((start - from) / 60_000) === minute).length;
  });
  const counted = new Map();
  for (const { ref } of made) counted.set(ref, (counted.get(ref) ?? 0) + 1);
  const sorted = [...counted].toSorted(([, one], [, two]) => two - one);
  const limited = made.filter(({ status }) => status === 429).length;
  const saw = `${person.refused} answers and ${person.screens} screens`;
  const refusals = limited + person.refused + person.screens > 0;
  console.log(`  ${person.kind}, ${name}: ${each.join(' ')}`);
  if (refusals) console.log(`    refused ${limited} calls; a person saw ${saw} of 429`);
  if (made.length > 0) console.log(`    ${sorted.map((pair) => pair.join(' ')).join(', ')}`);
}

/** Leaves pages open, all at once, each group of tabs with a credential of its own. */
async function measureOpen() {
  const groups = [];
  for (const kind of Object.keys(kinds))
    for (let which = 0, count = 1; which < count; which += 1) {
      const person = await signedIn(kind);
      count = person.places.length;
      const place = person.places[which];
      groups.push({ name: nameOf(place), person, places: [place] });
    }
  const person = await signedIn('VPS key');
  groups.push({ name: 'five tabs', person, places: person.five });
  const open = async ({ person: of, places }) => {
    for (const place of places)
      await (await newTab(of)).goto(`${base}${place}`, { waitUntil: 'commit', timeout: 120_000 });
  };
  await Promise.all(groups.map(open));
  await wait(10_000); // what loading asks for once is no polling
  const from = Date.now();
  await wait(minutes * 60_000);
  console.log('left open, calls of each minute');
  for (const { name, person: of } of groups) {
    printMinutes(name, of, from);
    await of.context.close();
  }
}

/** Goes round the pages in one tab, ten seconds each, by a link where the page has one. */
async function walkTab(person, offset, until) {
  const page = await newTab(person);
  for (let step = offset; Date.now() < until; step += 1) {
    const where = person.places[step % person.places.length];
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
    for (const tabs of [1, 3]) walks.push({ tabs, person: await signedIn(kind) });
  const from = Date.now();
  const until = from + minutes * 60_000;
  const walk = ({ tabs, person }) =>
    Array.from({ length: tabs }, (_, tab) => walkTab(person, tab * 5, until));
  await Promise.all(walks.flatMap(walk));
  console.log('walked through, calls of each minute');
  for (const { tabs, person } of walks) {
    printMinutes(`${tabs} tab(s)`, person, from);
    if (tabs === 1 && person.screens + person.refused > 0) process.exitCode = 1;
    await person.context.close();
  }
}

try {
  console.log(`${delay} ms for each answer, ${perMinute} calls a minute`);
  if (wanted('pages')) for (const kind of Object.keys(kinds)) await measurePages(kind);
  if (wanted('open')) await measureOpen();
  if (wanted('walk')) await measureWalks();
} finally {
  proxy.stop();
  await stop();
}
