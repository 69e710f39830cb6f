/** The two accounts that a tenant's backends have at the gateway; each is made when it is first needed. */
import type { Backend } from '@/lib/contract/operation';
import type { Cloud } from '../cloud';
import { randomText } from '../ids';
import { keepMerchant } from './gateway';
import type { Merchant } from './gateway';
import { settingsOf } from './settings';

/** Awanio's payers pay the fee on top of the amount; DewaVPS adds it by itself to what it asks for. */
const surcharges: Record<Backend, number> = { awanio: 1, dewavps: 0 };

/** The account of a backend of a tenant. */
export function merchantOfTenant(cloud: Cloud, tenantId: string, backend: Backend): Merchant {
  const { store } = cloud;
  const surcharge = surcharges[backend];
  const sql = 'select * from merchants where tenant_id = ? and surcharge = ?';
  const { form } = settingsOf(store, tenantId);
  const known = store.get<Merchant>(sql, tenantId, surcharge);
  if (known) return { ...known, form };
  const code = `D${randomText(9).toUpperCase()}`;
  const made = { code, key: `fake-${randomText(24)}`, tenant_id: tenantId, surcharge };
  keepMerchant(store, made);
  return { ...made, form };
}
