import type { APIRequestContext, Page } from '@playwright/test';
import type { Tenant } from './cloud';
import { keyOf } from './people';
import { urls } from './ports';

interface SignInOptions {
  /** The label of the key's account. */
  label?: string;
  /** Which of the tenant's keys, from 0. */
  which?: number;
  origin?: string;
  /** Another person than the tenant's own, to sign in to the cloud account with. */
  as?: { username: string; password: string };
}

/** Signs in by the calls of the sign-in page. `request` keeps the cookies. */
export async function signInBy(
  request: APIRequestContext,
  tenant: Tenant,
  way: 'awanio' | 'dewavps',
  { label = 'toko', which = 0, origin = urls.console, as = tenant.awanio }: SignInOptions = {},
): Promise<void> {
  const { csrfToken } = (await (await request.get(`${origin}/api/auth/csrf`)).json()) as {
    csrfToken: string;
  };
  const given: Record<string, string> =
    way === 'awanio'
      ? { username: as.username, password: as.password }
      : { label, key: keyOf(tenant, which) };
  const answer = await request.post(`${origin}/api/auth/callback/${way}`, {
    form: { ...given, csrfToken, json: 'true' },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`);
}

/** Signs in without the sign-in page, in any language, for tests of other pages. */
export async function openSession(
  page: Page,
  tenant: Tenant,
  way: 'awanio' | 'dewavps',
  how?: SignInOptions,
): Promise<void> {
  // An open page would notice that another person signed in, and leave while the next page is opened.
  if (page.url() !== 'about:blank') await page.goto('about:blank');
  await signInBy(page.context().request, tenant, way, how);
}

/** Opens a page, signed in with the tenant's cloud account. */
export async function openWithAccount(
  page: Page,
  tenant: Tenant,
  path = '/',
  how?: SignInOptions,
): Promise<void> {
  await openSession(page, tenant, 'awanio', how);
  await page.goto(path);
}

/** Opens a page, signed in with a key of the tenant. */
export async function openWithKey(
  page: Page,
  tenant: Tenant,
  path: string,
  how?: SignInOptions,
): Promise<void> {
  await openSession(page, tenant, 'dewavps', how);
  await page.goto(path);
}
