/**
 * Goes through every operation of Awanio that a browser can reach, as everybody, in every place: the proxy and the
 * sandbox allow and refuse exactly what the contract's table says, and nobody without the bills gets a figure of them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operation, type Ref } from '@/lib/contract';
import { roleCan, type Permission, type Place } from '@/lib/contract/permissions';
import { figures, placesOf, reachable, RightsStage, type Got, type Who } from './stage';

let stage: RightsStage;
beforeAll(async () => {
  stage = await RightsStage.start();
});
afterAll(() => stage.close());

const everybody: readonly Who[] = ['admin', 'member', 'finance', 'guest', 'outsider', 'nobody'];

/** What the table says: the call goes to the backend and is allowed there, or it is refused. */
type Verdict = 'allowed' | 'refused' | 'not there' | 'signed out';

function verdict(who: Who, ref: Ref, place: Place): Verdict {
  const permission: Permission = operation(ref).permission;
  const { scope } = operation(ref);
  if (who === 'nobody') return 'signed out';
  if (permission === 'provider.admin') return 'refused';
  if (who !== 'outsider') return roleCan(who, permission, place) ? 'allowed' : 'refused';
  if (scope.in === 'none') return permission === 'signed-in' ? 'allowed' : 'refused';
  return 'not there';
}

/** Whether an answer is of an operation that ran: what it names is missing or the sandbox has no such work, at worst. */
function ran({ status, text, asked }: Got): boolean {
  if (!asked && status !== 200) return false;
  if (status === 404) return !/(ORGANIZATION|PROJECT) NOT FOUND/.test(text);
  return status === 200 || [402, 409, 422, 501].includes(status);
}

/** Expects that an answer has no figure of an organization's bills. */
function expectNoFigures({ text }: Got): void {
  for (const figure of Object.values(figures)) expect(text).not.toContain(String(figure));
  expect(text).not.toMatch(/"(balance|account_payable|monthly_amount_threshold)":/);
}

const reads = (ref: Ref) => operation(ref).kind === 'read';
/** Reads first: what a change alters must not decide about a read. */
const inOrder = [...reachable].sort((a, b) => Number(reads(b)) - Number(reads(a)));

describe.each(everybody)('%s', (who) => {
  const cases = inOrder.flatMap((ref) => placesOf(ref).map((place) => [ref, place] as const));
  it.each(cases)('%s in the %s', async (ref, place) => {
    const said = verdict(who, ref, place);
    if (said !== 'allowed') await stage.prime(who);
    const got = await stage.call(who, ref, stage.names(place));
    switch (said) {
      case 'allowed':
        expect(ran(got), `${got.status} ${got.text}`).toBe(true);
        break;
      case 'refused':
        expect(got).toMatchObject({ status: 403, code: 'no_access', asked: false });
        expect(await stage.callBackend(who, ref, stage.names(place))).toBe(403);
        break;
      case 'not there':
        expect([403, 404], got.text).toContain(got.status);
        break;
      case 'signed out':
        expect(got).toMatchObject({ status: 401, asked: false });
        expect(await stage.callBackend(who, ref, stage.names(place))).toBe(401);
    }
    if (who !== 'admin' && who !== 'finance') expectNoFigures(got);
  });
});

it('covers every operation of the area', () => {
  expect(reachable.length).toBeGreaterThan(65);
});
