import { startBench } from './servers.mjs';
import fs from 'node:fs';
const list = JSON.parse(process.argv[2]); // [{path,name,...}]
const keys = JSON.parse(process.env.KEYS ?? '["dewa_demo_super_0000000000000000000000"]');
const { base, browser, stop } = await startBench(Number(process.env.PORT0 ?? 4910));
try {
  for (const v of (process.env.VARIANTS ?? 'l1440').split(',')) {
    const dark = v[0] === 'd', width = Number(v.slice(1).replace(/[a-z]/g, ''));
    const id = v.endsWith('id');
    const context = await browser.newContext({ viewport: { width, height: width < 500 ? 844 : 900 }, locale: id ? 'id-ID' : 'en-GB', colorScheme: dark ? 'dark' : 'light', timezoneId: 'Asia/Jakarta' });
    const r = context.request, headers = { origin: base };
    const { csrfToken } = await (await r.get(`${base}/api/auth/csrf`)).json();
    if (process.env.USERPW) { const [username, password] = process.env.USERPW.split(':'); await r.post(`${base}/api/auth/callback/awanio`, { form: { username, password, csrfToken, json: 'true' }, headers }); }
    else await r.post(`${base}/api/auth/callback/dewavps`, { form: { key: keys[0], label: 'demo', csrfToken, json: 'true' }, headers });
    for (const [i, key] of keys.entries()) if (process.env.USERPW || i > 0) await r.post(`${base}/api/account/keys`, { data: { label: ['demo', 'kedua', 'tiga'][i], key }, headers });
    for (const { path, name, act } of list) {
      const page = await context.newPage();
      page.on('pageerror', (e) => console.log('ERR', e.message));
      await page.goto(base + path); await page.waitForLoadState('networkidle'); await page.waitForTimeout(600);
      if (act) { await new Function('page', `return (async()=>{${act}})()`)(page); await page.waitForTimeout(900); }
      await page.screenshot({ path: `/tmp/s-${name}-${v}.png`, fullPage: !act });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (over > 0) console.log('overflow', name, v, over);
      await page.close();
    }
    await context.close();
  }
} finally { await stop(); }
