import { expect, it, vi } from 'vitest';
import { problem, type ProblemError } from '@/lib/problem';
import { organizationPlace, type Place } from './places';
import { removeFrom } from './removal';

const kopi = organizationPlace('kopi', 'Kopi');
const toko: Place = { key: 'p/toko', name: 'Toko', group: { org: 'kopi', project: 'toko' } };
const about = { kind: 'member', id: 'sari', name: 'Sari' } as const;
const lost = problem('backend_timeout', 504, '', { outcome: 'unknown' });

/** @param still whether the list of members still has them; an error where it can't be read */
function calls(answers: Record<string, ProblemError>, still: boolean | ProblemError) {
  const change = vi.fn((ref: string) =>
    answers[ref] ? Promise.reject(answers[ref]) : Promise.resolve({}),
  );
  const row = { users: { uuid: 'sari' }, user: { uuid: 'sari' } };
  const read = () =>
    typeof still === 'boolean'
      ? Promise.resolve({ data: still ? [row] : [] })
      : Promise.reject(still);
  return { change: change as never, read: read as never, made: change };
}

it.each<[string, Place, Record<string, ProblemError>, boolean | ProblemError, string, string[]]>([
  ['removes from a project', toko, {}, false, 'removed', ['A23']],
  ['removes from the organization', kopi, {}, false, 'removed', ['A13']],
  [
    'by A17 without A23',
    toko,
    { A23: problem('not_offered', 501, '') },
    false,
    'removed',
    ['A23', 'A17'],
  ],
  [
    'by A12 without A13',
    kopi,
    { A13: problem('not_offered', 501, '') },
    false,
    'removed',
    ['A13', 'A12'],
  ],
  ['looks where the answer was lost: done', kopi, { A13: lost }, false, 'removed', ['A13']],
  ['looks where the answer was lost: not done', kopi, { A13: lost }, true, 'failed', ['A13']],
  [
    'says that it is unknown',
    kopi,
    { A13: lost },
    problem('backend_error', 502, ''),
    'unknown',
    ['A13'],
  ],
  [
    'finds that they had left',
    toko,
    { A23: problem('not_found', 404, '') },
    false,
    'removed',
    ['A23'],
  ],
  ['tells the refusal', kopi, { A13: problem('conflict', 409, '') }, true, 'failed', ['A13']],
  [
    'asks nothing after a plain refusal',
    kopi,
    { A13: problem('no_access', 403, '') },
    false,
    'failed',
    ['A13'],
  ],
])('%s', async (_, place, answers, still, state, refs) => {
  const { made, ...given } = calls(answers, still);
  expect((await removeFrom(place, about, given)).state).toBe(state);
  expect(made.mock.calls.map(([ref]) => ref)).toEqual(refs);
});

it('does not call unknown what is known to have failed', async () => {
  const { made: _, ...given } = calls({ A13: lost }, true);
  const outcome = await removeFrom(kopi, about, given);
  expect(outcome.state === 'failed' && outcome.problem.outcome).toBeUndefined();
});
