import { writeFileSync } from 'node:fs';
import { startBench } from './servers.mjs';
const { base, order, browser, stop } = await startBench(4720);
try {
  const tenant = await order('/tenants', { speed: 1, awanio: { vms: 5 }, dewavps: { instances: 12 } });
  const context = await browser.newContext();
  const { request } = context;
  const headers = { origin: base };
  const { csrfToken } = await (await request.get(`${base}/api/auth/csrf`)).json();
  const { username, password } = tenant.awanio;
  await request.post(`${base}/api/auth/callback/awanio`, { form: { username, password, csrfToken, json: 'true' }, headers });
  await request.post(`${base}/api/account/keys`, { data: { label: 'bench', key: tenant.dewavps.keys[0].key }, headers });
  for (const [name, where] of [['list', '/vps/bench/instances'], ['home', '/'], ['account','/account']]) {
    const html = await (await request.get(base + where)).text();
    writeFileSync(`/tmp/f/${name}.html`, html);
    const flight = [...html.matchAll(/<script[^>]*>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g)];
    const text = flight.map((m) => JSON.parse(m[1])).join('');
    writeFileSync(`/tmp/f/${name}.flight`, text);
    const raw = flight.reduce((n, m) => n + m[0].length, 0);
    console.log(name, 'html', html.length, 'flight scripts', raw, 'flight text', text.length, 'markup', html.length - raw);
  }
} finally { await stop(); }
