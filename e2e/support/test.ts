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

/** Collects the text of every finished answer of a context; the returned function gives them by path. */
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
    // A page that has gone on takes the bodies of its answers along; what it showed was read by then.
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
 * A tenant of the test's own in the sandbox, and a context that is watched: no answer may hold a secret of the
 * run, no page may break its Content-Security-Policy or throw an error that nobody catches.
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
 * Fails on anything axe finds at WCAG 2.2 AA in the page as it stands. The page itself adds up what is found
 * (“legacy”): none has a frame of another origin, and a second page to do so cost half as much as the search.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // React takes the old title away before it puts the new one in its place.
  await expect(page).toHaveTitle(/\S/);
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

/**
 * Opens a page until it shows its trouble: an answer of the last second is given again, so a fault may show only
 * at the next opening.
 */
export async function openInTrouble(page: Page, path: string, trouble: Locator): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(trouble).toBeVisible({ timeout: 5000 });
  }).toPass();
}
