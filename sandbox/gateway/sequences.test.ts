import { expect, it } from 'vitest';
import { memoryCloud } from '../testing-cloud';
import { Sequence } from './sequences';

/** `NUSA_SEED` chooses other sequences. */
const first = Number(process.env.NUSA_SEED ?? 1) * 1000;

it('keeps the ledger whole over a thousand random sequences', () => {
  const { cloud, close } = memoryCloud();
  try {
    for (let seed = first; seed < first + 1000; seed += 1) {
      const sequence = new Sequence(() => cloud, seed);
      try {
        for (let step = 0; step < 16; step += 1) sequence.step();
        sequence.check();
      } catch (error) {
        throw new Error(`sequence ${seed}`, { cause: error });
      }
    }
    // Enough of them got as far as money that came in, and went back.
    const count = (kind: string) =>
      cloud.store.get<{ n: number }>('select count(*) as n from entries where kind = ?', kind)?.n;
    expect(count('top-up')).toBeGreaterThan(250);
    expect(count('refund')).toBeGreaterThan(20);
    expect(count('charge')).toBeGreaterThan(2000);
  } finally {
    close();
  }
});
