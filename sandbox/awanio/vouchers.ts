/** Vouchers: A35. All organizations have the same codes; sandbox/README.md lists them. */
import type { Cloud } from '../cloud';
import { Refusal } from '../refusal';
import { implement } from '../registry';
import type { Organization } from './groups';
import { accountOf, requireGroup } from './groups';

interface Voucher {
  code: string;
  /** Rupiah. */
  amount: number;
  /** The first instant, and the first instant after the last. */
  from?: string;
  to?: string;
  /** Whether only one organization of a tenant can use it; else each can use it once. */
  single?: true;
  /** The rupiah that must have been topped up before. */
  threshold?: number;
  /** Whether it is only for who has not topped up before. */
  first?: true;
}

const vouchers: readonly Voucher[] = [
  { code: 'NUSA-100', amount: 100_000 },
  { code: 'NUSA-25', amount: 25_000 },
  { code: 'NUSA50', amount: 50_000, single: true },
  { code: 'NUSA-2024', amount: 50_000, to: '2025-01-01T00:00:00+07:00' },
  { code: 'NUSA-2099', amount: 50_000, from: '2099-01-01T00:00:00+07:00' },
  { code: 'NUSA-SETIA', amount: 200_000, threshold: 500_000 },
  { code: 'NUSA-BARU', amount: 75_000, first: true },
];

const descriptionOf = ({ code }: Voucher) => `Voucher ${code}`;

/** Whether an organization, or any organization of its tenant, has used a voucher. */
function isUsed({ store }: Cloud, voucher: Voucher, by: 'account_id' | 'tenant_id', of: string) {
  const sql = `select entries.id from entries join accounts on accounts.id = account_id
    where ${by} = ? and kind = 'voucher' and description = ? limit 1`;
  return store.get(sql, of, descriptionOf(voucher)) !== undefined;
}

/** The rupiah that an organization has topped up and not got back. */
const toppedUp = ({ ledger }: Cloud, account: string) =>
  ledger
    .entries(account)
    .filter(({ kind }) => kind === 'top-up' || kind === 'refund')
    .reduce((sum, { amount }) => sum + amount, 0);

/** @throws Refusal 409, 422 with the reason for which an organization can't use a voucher now */
function requireUsable(cloud: Cloud, voucher: Voucher, { uuid, tenant_id }: Organization): void {
  const account = accountOf(uuid);
  const now = cloud.now(tenant_id);
  const { from, to, single, threshold = 0, first } = voucher;
  if (isUsed(cloud, voucher, 'account_id', account))
    throw new Refusal(409, 'VOUCHER IS ALREADY USED');
  if (single && isUsed(cloud, voucher, 'tenant_id', tenant_id))
    throw new Refusal(409, 'VOUCHER IS USED BY ANOTHER ORGANIZATION', { number: 2 });
  if (to !== undefined && now >= Date.parse(to))
    throw new Refusal(422, 'VOUCHER IS PAST ITS END', { number: 2 });
  if (from !== undefined && now < Date.parse(from))
    throw new Refusal(422, 'VOUCHER IS NOT VALID YET', { number: 3 });
  if (toppedUp(cloud, account) < threshold)
    throw new Refusal(422, `VOUCHER NEEDS TOP UPS OF ${threshold}`, { number: 4 });
  if (first && cloud.ledger.entries(account).some(({ kind }) => kind === 'top-up'))
    throw new Refusal(422, 'VOUCHER IS ONLY FOR THE FIRST TOP UP', { number: 5 });
}

// The handler waits for nothing, so of two calls at the same instant one is done before the other begins.
implement('A35', ({ params, body }, context) => {
  const { cloud } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  cloud.catchUp(organization.tenant_id);
  const account = accountOf(organization.uuid);
  const voucher = vouchers.find(({ code }) => code === body.code.toUpperCase());
  if (!voucher) throw new Refusal(404, 'VOUCHER NOT FOUND');
  requireUsable(cloud, voucher, organization);
  cloud.ledger.post(account, {
    at: cloud.now(organization.tenant_id),
    amount: voucher.amount,
    kind: 'voucher',
    description: descriptionOf(voucher),
  });
  return {
    new_balance: cloud.ledger.balance(account),
    result: true,
    status: 'Voucher was successfully redeemed',
  };
});
