/** Creates whole tenants in one step, for tests: people, money, machines, keys; all values are unique to the tenant. */
import { z } from 'zod';
import { awanioOptions, makeAwanio, type MadeAwanio } from './awanio/tenant';
import { makeStorage } from './awanio/tenant-storage';
import type { Cloud } from './cloud';
import { dewavpsOptions, makeDewavps, type MadeDewavps } from './dewavps/tenant';
import { randomText } from './ids';

/** The input for a new tenant. */
export const tenantInput = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  /** Seconds of tenant time per real second. */
  speed: z.number().positive().max(100_000).optional(),
  awanio: awanioOptions.optional(),
  dewavps: dewavpsOptions.optional(),
});
export type TenantInput = z.input<typeof tenantInput>;

/** A new tenant with what a test needs to use it. */
export interface MadeTenant {
  id: string;
  name: string;
  awanio: MadeAwanio | null;
  dewavps: MadeDewavps | null;
}

/** Creates a tenant. @throws Refusal 404 if `memberOf` names no organization, 409 if the name of a bucket is taken */
export async function makeTenant(
  cloud: Cloud,
  options: z.output<typeof tenantInput>,
): Promise<MadeTenant> {
  const name = options.name ?? `Tenant ${randomText(6)}`;
  const made: MadeTenant = cloud.store.transaction(() => {
    const tenant = cloud.addTenant({
      name,
      speed: options.speed,
      rate: options.dewavps?.rate,
    });
    return {
      id: tenant.id,
      name,
      awanio: options.awanio ? makeAwanio(cloud, tenant, name, options.awanio) : null,
      dewavps: options.dewavps ? makeDewavps(cloud, tenant, options.dewavps) : null,
    };
  });
  const storage = options.awanio?.objectStorage;
  if (made.awanio && storage) {
    const { organization, project } = made.awanio;
    const place = { organization: organization.uuid, project: project?.uuid };
    made.awanio.objectStorage = await makeStorage(cloud, place, storage);
  }
  return made;
}
