/** The credit history D82: every movement of the balance, with the balance after it. */
import { hour } from '../ledger';
import { implement } from '../registry';
import { dateText, dayStart, rupiahText } from './text';

implement('D82', ({ query }, { cloud, account }) => {
  const { page = 1, limit: per_page = 10, start, end, type } = query;
  const { rows, total } = cloud.ledger.movements(account, {
    from: start === undefined ? undefined : dayStart(start),
    to: end === undefined ? undefined : dayStart(end) + 24 * hour,
    way: type === undefined ? undefined : type === 'A' ? 'in' : 'out',
    limit: per_page,
    offset: (page - 1) * per_page,
  });
  return {
    rows: rows.map(({ id, amount, description, balance_after, at }) => ({
      id,
      // The amount has no sign; the type says its way.
      type: amount > 0 ? 'Add' : 'Deduct',
      description,
      amount: rupiahText(Math.abs(amount)),
      balance_after: rupiahText(balance_after),
      created_at: dateText(at),
    })),
    page: { total, page, per_page },
  };
});
