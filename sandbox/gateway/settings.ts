/** What the control API sets for the gateway of one tenant. */
import { z } from 'zod';
import type { Store } from '../db';
import { signatureForms } from './signature';

/** The settings; what is left out is as by default. */
export const gatewaySettings = z.strictObject({
  /** Whether the gateway can't be reached. */
  down: z.boolean().default(false),
  /** Whether callbacks are not sent by themselves, as if they were late: the control API sends them. */
  held: z.boolean().default(false),
  form: z.enum(signatureForms).default('md5'),
  /** The codes of methods that are not offered any more. */
  withdrawn: z.array(z.string()).default([]),
  /** Where the payer goes back to, unless the merchant's own gateway (A48) says another address. */
  returnUrl: z.string().default(''),
});
export type GatewaySettings = z.output<typeof gatewaySettings>;

const defaults: GatewaySettings = gatewaySettings.parse({});

const keyOf = (tenantId: string) => `gateway ${tenantId}`;

export function settingsOf(store: Store, tenantId: string): GatewaySettings {
  const sql = 'select value from meta where name = ?';
  const kept = store.get<{ value: string }>(sql, keyOf(tenantId));
  return kept ? (JSON.parse(kept.value) as GatewaySettings) : defaults;
}

/** Sets all settings of a tenant. */
export function setGateway(store: Store, tenantId: string, settings: GatewaySettings): void {
  store.transaction(() => {
    store.run('delete from meta where name = ?', keyOf(tenantId));
    store.insert('meta', { name: keyOf(tenantId), value: JSON.stringify(settings) });
  });
}
