/** Whole tenants in one step, for tests: people, money, machines, keys; every value of its own. */
import { z } from 'zod';
import { awanioOptions, makeAwanio, type MadeAwanio } from './awanio/tenant';
import type { Cloud } from './cloud';
import { dewavpsOptions, makeDewavps, type MadeDewavps } from './dewavps/tenant';
import { randomText } from './ids';

export const tenantInput = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  /** Tenant seconds for each real one. */
  speed: z.number().positive().max(100_000).optional(),
  awanio: awanioOptions.optional(),
  dewavps: dewavpsOptions.optional(),
});
export type TenantInput = z.input<typeof tenantInput>;

export interface MadeTenant {
  id: string;
  name: string;
  awanio: MadeAwanio | null;
  dewavps: MadeDewavps | null;
}

/** Makes a tenant. @throws Refusal 404 when `memberOf` names no organization. */
export function makeTenant(cloud: Cloud, options: z.output<typeof tenantInput>): MadeTenant {
  const name = options.name ?? `Tenant ${randomText(6)}`;
  return cloud.store.transaction(() => {
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
}
