/** Sends thousands of wrong answers. None may break a page or the process. `NUSA_SEED` chooses other answers. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type APIRequestContext } from '@playwright/test';
import { operation, refs, type Ref } from '../lib/contract';
import { fillPath, pathParams } from '../lib/contract/operation';
import { randomOf } from './support/mutations';
import { SpoiltConsole } from './support/spoilt-console';
import { sampleOf, SpoilingBackend } from './support/spoiling-backend';

const seed = process.env.NUSA_SEED ?? '1';
const wanted = 2000;
/** How many wrong answers have been sent when the calls of the proxy end, and when the pages of the server end. */
const [byProxy, byPages] = [1100, 1700];
const mostMilliseconds = 1000;

const place = {
  group_type: 'organizations',
  uuid: '7dca5790-ca45-4f77-84d9-f7229b04f587',
  organization_uuid: '7dca5790-ca45-4f77-84d9-f7229b04f587',
  group_uuid: '7dca5790-ca45-4f77-84d9-f7229b04f587',
};
const thing = '0b9d8c7e-6f5a-4e3d-8c2b-a19081726354';

/** The path of every page of the console, with a value for each parameter. */
const pages = readdirSync('app/(console)', { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) =>
    `/${path.dirname(file).split(path.sep).join('/')}`
      .replace(/\/\([^)]+\)/g, '')
      .replace('[org]', place.uuid)
      .replace('[project]', '5b4e0c2c-6ab6-4e17-bbda-9e176fa6c0ed')
      .replace('[account]', 'toko')
      .replace(/\[[^\]]+\]/g, thing)
      .replace(/\/\.?$/, ''),
  )
  .map((page) => page || '/');

const callable = refs.filter(
  (ref) => operation(ref).reach === 'generic' && operation(ref).permission !== 'provider.admin',
);

function callOf(ref: Ref): { method: string; url: string; body: object | undefined } {
  const { path: template, method, kind, backend } = operation(ref);
  const { params = {}, query = {}, body } = sampleOf(ref).request ?? {};
  const known: Record<string, string> = { ...place, ...params };
  const filled = Object.fromEntries(
    pathParams(template).map((name) => [name, known[name] ?? thing]),
  );
  const asked = new URLSearchParams(query as Record<string, string>).toString();
  return {
    method: kind === 'acts' ? 'POST' : method,
    url: `/api/${backend}${backend === 'dewavps' ? '/toko' : ''}${fillPath(template, filled)}${asked ? `?${asked}` : ''}`,
    body: method === 'GET' ? undefined : body,
  };
}

test.describe.configure({ mode: 'serial' });
test.describe('wrong answers', () => {
  const backend = new SpoilingBackend(seed);
  const site = new SpoiltConsole();
  const random = randomOf(seed);
  const blocks: number[] = [];
  const failed: string[] = [];
  const counts = { calls: 0, pages: 0, shown: 0 };
  const told = (what: string) => failed.push(`${what} after ${backend.recent.join('; ')}`);

  test.beforeAll(async () => {
    await site.start(await backend.start());
  });
  test.afterAll(() => {
    site.stop();
    backend.stop();
  });

  /** Records how long the last request blocked the process. */
  const watch = async (what: string) => {
    const block = await site.longestBlock();
    blocks.push(block);
    if (block >= mostMilliseconds) told(`${what} held the process up for ${Math.round(block)} ms`);
  };

  test(`by every operation (seed ${seed})`, async () => {
    test.setTimeout(600_000);
    for (let round = 0; backend.total < byProxy; round += 1) {
      backend.spoils = () => false;
      const visitor = await site.visitor();
      await watch('signing in');
      for (const ref of callable) {
        const { method, url, body } = callOf(ref);
        backend.spoils = (asked) => asked === ref;
        const got = await visitor.fetch(url, {
          method,
          ...(body ? { data: body } : {}),
          maxRedirects: 0,
        });
        counts.calls += 1;
        if (got.status() === 500 || got.status() < 200) told(`${ref} answered ${got.status()}`);
        await watch(ref);
      }
      await visitor.dispose();
    }
    expect(failed).toEqual([]);
  });

  test('by every page', async () => {
    test.setTimeout(600_000);
    backend.spoils = () => false;
    let visitor = await site.visitor();
    const read = new Map<string, Ref[]>();
    for (const page of pages) {
      backend.asked.clear();
      const got = await visitor.get(page);
      // The samples don't belong together, so a project of another organization isn't found.
      expect([200, 404], page).toContain(got.status());
      read.set(page, [...backend.asked]);
    }
    await site.longestBlock(); // leaves out the time of loading each page for the first time
    while (backend.total < byPages) {
      backend.spoils = () => false;
      await visitor.dispose();
      visitor = await site.visitor();
      for (const page of pages) await spoilPage(visitor, page, read.get(page) ?? []);
    }
    await visitor.dispose();
    expect(failed).toEqual([]);
  });

  async function spoilPage(visitor: APIRequestContext, page: string, asked: readonly Ref[]) {
    const one = asked[Math.floor(random() * asked.length)];
    const all = random() < 0.3;
    backend.spoils = (ref) => all || ref === one;
    const got = await visitor.get(page, { maxRedirects: 0 });
    counts.pages += 1;
    const html = await got.text();
    if (got.status() >= 500) told(`${page} answered ${got.status()}`);
    if (html.includes('<script>window.spoilt')) told(`${page} holds markup of the backend`);
    await watch(page);
  }

  test('as a browser shows them', async ({ browser }) => {
    test.setTimeout(600_000);
    for (let round = 0; backend.total < wanted || counts.shown < pages.length; round += 1) {
      backend.spoils = () => false;
      const visitor = await site.visitor();
      const context = await browser.newContext({
        storageState: await visitor.storageState(),
        baseURL: site.url,
      });
      await visitor.dispose();
      for (const page of pages) {
        const tab = await context.newPage();
        tab.on('pageerror', (error) => told(`${page} threw ${error.name}: ${error.message}`));
        const rate = random();
        backend.spoils = (ref) => ref !== 'A04' && random() < rate;
        await tab.goto(page, { waitUntil: 'load' });
        await expect(tab.getByRole('main')).toContainText(/\S/); // the page's content, or why it has none
        counts.shown += 1;
        await watch(`${page} in a browser`);
        await tab.close();
      }
      await context.close();
    }
    expect(failed).toEqual([]);
  });

  test('cause no unexpected error, and block the process only briefly', () => {
    const longest = Math.round(Math.max(...blocks));
    const kinds = [...backend.sent]
      .sort(([, a], [, b]) => b - a)
      .map(([kind, times]) => `${kind} ${times}`);
    console.log(
      `seed ${seed}: ${backend.total} wrong answers by ${counts.calls} calls, ${counts.pages} pages and ${counts.shown} pages in a browser; ` +
        `longest block ${longest} ms of ${mostMilliseconds}\n${kinds.join(', ')}`,
    );
    expect(site.alive).toBe(true);
    expect(site.uncaught()).toEqual([]);
    expect(backend.total).toBeGreaterThanOrEqual(wanted);
    expect(longest).toBeLessThan(mostMilliseconds);
  });
});
