import { beforeEach, expect, it, vi } from 'vitest';
import { everyTier, readPlace, startingTier } from './read-place';

const rows: Record<string, object[]> = {
  D75: [{ id: '1' }, { id: '2' }],
  D76: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
};
/** What is asked, a round an entry: what comes before an answer is one. */
const rounds: string[][] = [];
let waiting: (() => void)[] = [];

vi.mock('@/lib/next/read-for-page', () => ({
  readForPage: (ref: string, input: object) => {
    rounds.at(-1)?.push(`${ref} ${JSON.stringify(Object.values(input).flatMap(Object.values))}`);
    return new Promise((resolve) =>
      waiting.push(() => resolve({ data: { data: rows[ref] ?? [] }, problem: null, answers: [] })),
    );
  },
}));

beforeEach(() => {
  rounds.length = 0;
  waiting = [];
});

/** Answers a round whole, as often as something is asked. */
async function inRounds<T>(read: () => Promise<T>): Promise<T> {
  rounds.push([]);
  const result = read();
  for (let left = 5; left > 0; left -= 1) {
    await new Promise((resolve) => setTimeout(resolve));
    if (waiting.length === 0) break;
    rounds.push([]);
    for (const answer of waiting.splice(0)) answer();
  }
  return result;
}

const asked = () => rounds.filter((round) => round.length > 0).map((round) => round.toSorted());

it('asks a location that nobody has named in two rounds, and each price once', async () => {
  const place = await inRounds(() =>
    readPlace('demo', null, startingTier({ tier: 'b' }), () => null),
  );
  expect(asked()).toEqual([
    ['D75 []', 'D76 []'],
    ['D74 ["1"]', 'D76 ["1"]', 'D77 ["b"]'],
  ]);
  expect(place).toMatchObject({ location: '1', prices: [{ problem: null }] });
});

it('asks the wanted location at once', async () => {
  const more = vi.fn(() => Promise.resolve('types'));
  const place = await inRounds(() => readPlace('demo', '2', everyTier, more));
  expect(asked()).toEqual([
    ['D74 ["2"]', 'D75 []', 'D76 ["2"]'],
    ['D77 ["a"]', 'D77 ["b"]', 'D77 ["c"]'],
  ]);
  expect(place).toMatchObject({ location: '2', more: 'types' });
});

it('goes on with the first location where the wanted one is not there', async () => {
  const place = await inRounds(() =>
    readPlace('demo', '9', startingTier({ tier: null }), () => null),
  );
  expect(place.location).toBe('1');
  expect(asked().flat()).toContain('D74 ["1"]');
});
