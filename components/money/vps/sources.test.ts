import { expect, it } from 'vitest';
import { inputOf, isNarrowed } from '@/components/money/lists/source';
import {
  askedPeriod,
  creditsInput,
  dayBefore,
  depositSource,
  isReversed,
  periodOf,
} from './sources';

const query = (text: string) => new URLSearchParams(text);

it('hands what the backend can filter on to it', () => {
  expect(creditsInput(query('type=A&start=2026-06-01&end=2026-06-30&page=2'))).toEqual({
    query: { limit: 50, page: 2, type: 'A', start: '2026-06-01', end: '2026-06-30' },
  });
  expect(creditsInput(query('type=x&start=2026-02-30&end=soon'))).toEqual({
    query: { limit: 50, page: 1 },
  });
});

it('asks for no period whose end is before its start', () => {
  const reversed = query('start=2026-06-30&end=2026-06-01');
  expect(isReversed(periodOf(reversed))).toBe(true);
  expect(askedPeriod(reversed)).toEqual({ start: null, end: null });
});

it('reads the first pages of deposits for what the backend can not filter', () => {
  expect(inputOf(depositSource, query('page=3')).query).toEqual({ limit: 20, page: 3 });
  for (const asked of ['q=INV', 'state=paid', 'method=QRIS', 'period=2026-06', 'sort=-total']) {
    expect(isNarrowed(depositSource, query(asked))).toBe(true);
    expect(inputOf(depositSource, query(`${asked}&page=3`)).query?.page).toBe(1);
  }
  expect(isNarrowed(depositSource, query('q=+&cols=-fee'))).toBe(false);
});

it('knows the day before', () => {
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});
