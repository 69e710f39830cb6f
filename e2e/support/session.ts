import type { APIRequestContext, Page } from '@playwright/test';
import type { Tenant } from './cloud';
import { keyOf } from './people';
import { urls } from './ports';

interface How {
  /** The name that the key's account gets. */
  label?: string;
  /** Which of the tenant's keys, from 0. */
  which?: number;
  origin?: string;
}

/** Signs in by the sign-in's own calls, whose cookies `request` keeps. */
export async function signInBy(
  request: APIRequestContext,
  tenant: Tenant,
  way: 'awanio' | 'dewavps',
  { label = 'toko', which = 0, origin = urls.console }: How = {},
): Promise<void> {
  const { csrfToken } = (await (await request.get(`${origin}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const given: Record<string, string> =
    way === 'awanio'
      ? { username: tenant.awanio.username, password: tenant.awanio.password }
      : { label, key: keyOf(tenant, which) };
  const answer = await request.post(`${origin}/api/auth/callback/${way}`, {
    form: { ...given, csrfToken, json: 'true' },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`);
}

/** Signs in without the page, for tests that are about something else; works in any language. */
export async function openSession(
  page: Page,
  tenant: Tenant,
  way: 'awanio' | 'dewavps',
  how?: How,
): Promise<void> {
  // A page that is open would see that somebody else signed in, and leave while the next one is opened.
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await signInBy(page.context().request, tenant, way, how);
}

/** Opens a page, signed in with the tenant's cloud account. */
export async function openWithAccount(page: Page, tenant: Tenant, path = '/'): Promise<void> {
  await openSession(page, tenant, 'awanio');
  await page.goto(path);
}

/** Opens a page, signed in with a key of the tenant. */
export async function openWithKey(
  page: Page,
  tenant: Tenant,
  path: string,
  how?: How,
): Promise<void> {
  await openSession(page, tenant, 'dewavps', how);
  await page.goto(path);
}
