/** Vouchers: A35. All organizations have the same codes, and each can use a code once; sandbox/README.md lists them. */
import { Refusal } from '../refusal';
import { implement } from '../registry';
import { accountOf, requireGroup } from './groups';

interface Voucher {
  code: string;
  /** Rupiah. */
  amount: number;
  over?: true;
}

const vouchers: readonly Voucher[] = [
  { code: 'NUSA-100', amount: 100_000 },
  { code: 'NUSA-25', amount: 25_000 },
  { code: 'NUSA-2024', amount: 50_000, over: true },
];

implement('A35', ({ params, body }, context) => {
  const { cloud } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  cloud.catchUp(organization.tenant_id);
  const account = accountOf(organization.uuid);
  const voucher = vouchers.find(({ code }) => code === body.code.toUpperCase());
  if (!voucher) throw new Refusal(404, 'VOUCHER NOT FOUND');
  if (voucher.over) throw new Refusal(422, 'VOUCHER IS PAST ITS END', { number: 2 });
  const description = `Voucher ${voucher.code}`;
  const used = cloud.ledger
    .entries(account)
    .some((entry) => entry.kind === 'voucher' && entry.description === description);
  if (used) throw new Refusal(409, 'VOUCHER IS ALREADY USED');
  cloud.ledger.post(account, {
    at: cloud.now(organization.tenant_id),
    amount: voucher.amount,
    kind: 'voucher',
    description,
  });
  return {
    new_balance: cloud.ledger.balance(account),
    result: true,
    status: 'Voucher was successfully redeemed',
  };
});
