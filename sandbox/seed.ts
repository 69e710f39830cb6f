/** Creates the demo's people, money and machines, once, in a new data directory; sandbox/README.md describes them. */
import { billMonths } from './awanio/invoice';
import { seedAwanio } from './awanio/seed';
import { makeUser } from './awanio/users';
import type { Cloud } from './cloud';
import { demoAccounts } from './demo-accounts';
import { keepDeposit } from './dewavps/deposit';
import { seedDewavps } from './dewavps/seed';
import { hour } from './ledger';

/** The id of the demo's tenant. */
export const demoTenant = 'demo';

/** The top-ups of all accounts except the small one: days ago, and rupiah. */
const topUps = [
  { days: 41, amount: 2_500_000 },
  { days: 12, amount: 1_500_000 },
  { days: 3, amount: 1_000_000 },
] as const;

/** Changes an account's opening balance so that its balance is `target` now, and sorts its entries by time. */
function endAt(cloud: Cloud, account: string, target: number): void {
  const difference = target - cloud.ledger.balance(account);
  const entries = cloud.ledger.entries(account).sort((a, b) => a.at - b.at || a.id - b.id);
  cloud.store.run('delete from entries where account_id = ?', account);
  cloud.store.update('accounts', { id: account }, { balance: 0 });
  for (const { at, amount, kind, description, resource, hours, about } of entries) {
    const moved = kind === 'opening' ? amount + difference : amount;
    const more = { ...(resource ? { resource } : {}), ...(hours ? { hours } : {}) };
    cloud.ledger.post(account, { at, amount: moved, kind, description, about, ...more });
  }
}

/** Creates the demo data, unless they exist. */
export function seed(cloud: Cloud): void {
  if (cloud.tenant(demoTenant)) return;
  cloud.store.transaction(() => {
    cloud.addTenant({ id: demoTenant, name: 'Demo', rate: 60 });
    const now = cloud.now(demoTenant);
    const administrator = { tenantId: demoTenant, status: 'active', provider: true } as const;
    makeUser(cloud, { ...administrator, ...demoAccounts.provider });
    const targets = {
      ...seedAwanio(cloud, demoAccounts.awanio, now),
      ...seedDewavps(cloud, demoAccounts.dewavps, now),
    };
    for (let day = 60; day >= 0; day -= 1) cloud.ledger.settle(demoTenant, now - day * 24 * hour);
    billMonths(cloud, demoTenant, now);
    for (const [account, target] of Object.entries(targets)) {
      for (const { days, amount } of target > 1_000_000 ? topUps : []) {
        const at = now - days * 24 * hour;
        if (account.startsWith('dewavps:')) keepDeposit(cloud, account, { at, amount, paid: true });
        else
          cloud.ledger.post(account, { at, amount, kind: 'top-up', description: 'Top up, BCA VA' });
      }
      endAt(cloud, account, target);
    }
  });
}
