import AxeBuilder from '@axe-core/playwright';
import {
  test as base,
  expect,
  type BrowserContext,
  type Locator,
  type Page,
  type Request,
} from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { cloud, type Tenant } from './cloud';
import { files } from './ports';

/** Collects the text of every finished answer of a context. The returned function gives pairs of path and text. */
function keepAnswers(context: BrowserContext): () => Promise<[string, string][]> {
  const answers: Promise<[string, string]>[] = [];
  context.on('requestfinished', (request: Request) => {
    const read = async (): Promise<[string, string]> => {
      const { pathname } = new URL(request.url());
      const answer = await request.response();
      const type = answer?.headers()['content-type'] ?? '';
      if (!answer || !/json|html|text\/x-component|text\/plain/.test(type)) return [pathname, ''];
      return [pathname, await answer.text()];
    };
    // After a navigation the bodies of old answers can't be read; those of the page that was shown were read before.
    answers.push(read().catch((): [string, string] => ['', '']));
  });
  return () => Promise.all(answers);
}

function knownSecrets(): string[] {
  if (!existsSync(files.secrets)) return [];
  const lines = readFileSync(files.secrets, 'utf8').split('\n');
  return [...new Set(lines.filter((line) => line.length >= 8))];
}

/**
 * Gives each test its own tenant in the sandbox, and watches its context: no answer may hold a secret of the run, and
 * no page may violate its Content-Security-Policy or throw an uncaught error.
 */
export const test = base.extend<{ tenant: Tenant; watch: void }>({
  tenant: async ({ baseURL: _ }, provide) => {
    await provide(await cloud.createTenant({ awanio: { vms: 3 }, dewavps: { instances: 4 } }));
  },
  watch: [
    async ({ context }, provide) => {
      const answers = keepAnswers(context);
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (/Content.Security.Policy/i.test(message.text())) complaints.push(message.text());
      });
      context.on('weberror', (error) => complaints.push(String(error.error())));
      await provide();
      expect(complaints, 'what the pages complained of').toEqual([]);
      const secrets = knownSecrets();
      for (const [path, text] of await answers()) {
        const leaked = secrets.some((secret) => text.includes(secret));
        expect(leaked, `a secret of the run stands in the answer of ${path}`).toBe(false);
      }
    },
    { auto: true },
  ],
});

export { expect, cloud };

/**
 * Fails if axe finds a violation of WCAG 2.2 AA in the current page. It uses axe's legacy mode, which needs no second
 * page to join results; that page took half as long as the check, and no page of ours has a frame of another origin.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // React removes the old title before it adds the new one.
  await expect(page).toHaveTitle(/\S/);
  // Axe takes a button for too small while the bar at the top covers a part of it, so the page stands at its beginning.
  await page.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  const { violations } = await new AxeBuilder({ page })
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
    })
    .setLegacyMode()
    .analyze();
  const found = violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
}

/** Opens a part of a page that is folded, by its heading. */
export const unfold = (page: Page, title: string): Promise<void> =>
  page.getByRole('heading', { name: title }).click();

/**
 * Opens a page again until it shows its problem. The console repeats an answer of the last second, so the first load
 * may still succeed.
 */
export async function openInTrouble(page: Page, path: string, trouble: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(trouble).toBeVisible({ timeout: 5000 });
  }).toPass();
}
