import type { Page } from '@playwright/test';
import type { Tenant } from './cloud';
import { urls } from './ports';

/** Signs in without the page, for tests that are about something else; works in any language. */
export async function openSession(
  page: Page,
  tenant: Tenant,
  way: 'awanio' | 'dewavps',
  label = 'toko',
  origin = urls.console,
): Promise<void> {
  const { request } = page.context();
  const { csrfToken } = (await (await request.get(`${origin}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const given: Record<string, string> =
    way === 'awanio'
      ? { username: tenant.awanio.username, password: tenant.awanio.password }
      : { label, key: tenant.dewavps.keys[0]?.key ?? '' };
  const answer = await request.post(`${origin}/api/auth/callback/${way}`, {
    form: { ...given, csrfToken, json: 'true' },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`);
}
