import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page, type Response } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import { cloud, type Tenant } from './cloud';
import { files } from './ports';

/** A tenant of the test's own in the sandbox, and a page whose every answer is searched for the run's secrets. */
export const test = base.extend<{ tenant: Tenant; secretScan: void }>({
  tenant: async ({ baseURL: _ }, provide) => {
    await provide(await cloud.createTenant({ awanio: { vms: 3 }, dewavps: { instances: 4 } }));
  },
  secretScan: [
    async ({ context }, provide) => {
      const bodies: Promise<[string, string]>[] = [];
      const keep = (response: Response) => {
        const type = response.headers()['content-type'] ?? '';
        if (/json|html|text\/x-component|text\/plain/.test(type)) {
          bodies.push(
            response.text().then(
              (text): [string, string] => [response.url(), text],
              (): [string, string] => [response.url(), ''],
            ),
          );
        }
      };
      context.on('response', keep);
      await provide();
      const secrets = existsSync(files.secrets)
        ? readFileSync(files.secrets, 'utf8')
            .split('\n')
            .filter((line) => line.length >= 8)
        : [];
      for (const [url, text] of await Promise.all(bodies)) {
        const leaked = secrets.some((secret) => text.includes(secret));
        expect(leaked, `a secret of the run stands in the answer of ${new URL(url).pathname}`).toBe(
          false,
        );
      }
    },
    { auto: true },
  ],
});

export { expect, cloud };

/** Fails on anything axe finds at WCAG 2.2 AA in the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const found = violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(found).toEqual([]);
}
