/*
 * `node bench/first-paint.mjs`, after `npm run build`, measures how soon the instance list (twelve rows) and home
 * paint, how large their HTML is, and how much CPU time a page takes on the server.
 *
 * It starts sandbox and console from dist/ on their own ports, signs one person in to an Awanio account with a linked
 * VPS key, and opens each page six times in Chromium, with the CPU slowed down four times. The first time fills the
 * browser's cache and isn't counted. It prints the median of five: first contentful paint, largest contentful paint and
 * first row, all in milliseconds from the start of the navigation, and the bytes of the HTML before compression. Then
 * it requests each page by plain HTTP, five times forty requests in sequence, and prints the median of the server's CPU
 * milliseconds a page, from the console's metrics.
 *
 * It fails if a figure misses its aim: largest paint at most 1.2 times the first one, HTML of at most 80 kB for
 * the list
 * and 100 kB for home. The CPU time depends on the machine, too, so over 10 ms is only marked. On a machine
 * that is busy
 * with other work the figures mean nothing, since reads take longer than a page waits for them. BENCH_PORT (4710) is
 * the first of four ports; BENCH_ROWS (12) is the length of the list.
 */
import { cpus, loadavg } from 'node:os';
import { signIn, slowCpu, startBench, watchPaints } from './servers.mjs';

const port = Number(process.env.BENCH_PORT ?? 4710);
const rows = Number(process.env.BENCH_ROWS ?? 12);
const rounds = 5;
const requests = 40;
const metricsToken = 'of-this-bench-alone';
const { base, order, browser, stop } = await startBench(port, { NUSA_METRICS_TOKEN: metricsToken });

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** One visit with the CPU slowed down; milliseconds. */
async function visit(context, where) {
  const page = await context.newPage();
  await page.addInitScript(watchPaints);
  await slowCpu(context, page, 4);
  await page.goto(`${base}${where}`);
  await page.waitForFunction(() => globalThis.paints.row > 0 && globalThis.paints.fcp > 0);
  await page.waitForLoadState('networkidle');
  const paints = await page.evaluate(() => globalThis.paints);
  await page.close();
  return paints;
}

/** The CPU seconds that the console's process has used so far. */
async function cpuSeconds() {
  const answer = await fetch(`${base}/api/metrics`, {
    headers: { authorization: `Bearer ${metricsToken}` },
  });
  const [, value] = /^nusa_process_cpu_seconds_total (\S+)/m.exec(await answer.text()) ?? [];
  return Number(value);
}

/** The CPU milliseconds of the server for a page. */
async function cpuOf(ask) {
  const each = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await cpuSeconds();
    for (let request = 0; request < requests; request += 1) await ask();
    each.push(((await cpuSeconds()) - before) * (1000 / requests));
  }
  return median(each);
}

async function measure(context, name, where, most) {
  const visits = [];
  for (let round = 0; round <= rounds; round += 1) visits.push(await visit(context, where));
  const paint = (kind) => Math.round(median(visits.slice(1).map((each) => each[kind])));
  const cookie = (await context.cookies()).map((each) => `${each.name}=${each.value}`).join('; ');
  const ask = async () => {
    const answer = await fetch(`${base}${where}`, { headers: { cookie, accept: 'text/html' } });
    if (answer.status !== 200) throw new Error(`${where}: ${answer.status}`);
    return answer.text();
  };
  for (let request = 0; request < requests; request += 1) await ask(); // so that the code is compiled before measuring
  const html = await ask();
  const drawn = (html.match(/role="rowheader"/g) ?? []).length;
  const figures = {
    fcp: paint('fcp'),
    lcp: paint('lcp'),
    row: paint('row'),
    kilobytes: Buffer.byteLength(html) / 1000,
    cpu: await cpuOf(ask),
  };
  return { name, drawn, most, ...figures };
}

/** Prints the figures of a page. Returns whether they meet its aims. */
function print({ name, drawn, most, fcp, lcp, row, kilobytes, cpu }) {
  const late = lcp > 1.2 * fcp;
  const heavy = kilobytes > most;
  console.log(`${name}, ${drawn} rows in the HTML`);
  console.log(`  first contentful paint   ${fcp} ms`);
  console.log(`  largest contentful paint ${lcp} ms${late ? '  over 1.2 of the first' : ''}`);
  console.log(`  first row                ${row} ms`);
  console.log(
    `  HTML                     ${kilobytes.toFixed(1)} kB${heavy ? `  over ${most}` : ''}`,
  );
  console.log(`  server CPU               ${cpu.toFixed(1)} ms${cpu > 10 ? '  over 10 ms' : ''}`);
  return !late && !heavy;
}

try {
  const tenant = await order('/tenants', {
    speed: 1,
    awanio: { vms: 5 },
    dewavps: { instances: rows },
  });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  await signIn(base, context, tenant);
  const pages = [
    await measure(context, 'Instance list', '/vps/bench/instances', 80),
    await measure(context, 'Home', '/', 100),
  ];
  console.log(
    `Median of ${rounds}, CPU slowed down 4 times in the browser; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}:`,
  );
  const kept = pages.map(print);
  if (kept.includes(false)) process.exitCode = 1;
} finally {
  await stop();
}
