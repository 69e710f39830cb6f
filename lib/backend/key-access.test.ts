import { describe, expect, it } from 'vitest';
import { operation, type Ref } from '@/lib/contract';
import type { ProblemCode } from '@/lib/problem';
import { forgetRefusals, noteKeyAccess, keyAccessOf } from './key-access';

const minute = 60_000;
let number = 0;
/** A new key, of which nothing is known. */
function key() {
  const hash = `dewavps:test-${(number += 1)}`;
  return {
    says: (ref: Ref, code: ProblemCode | null, now = 0) =>
      noteKeyAccess(hash, operation(ref), code, now),
    at: (now: number, old = false) => keyAccessOf(hash, { now, old }),
    forget: () => forgetRefusals(hash),
  };
}

describe('what a key may do', () => {
  it('isn’t known before it is tried', () => {
    expect(key().at(0)).toEqual({
      key: null,
      rights: {
        read_instance: null,
        write_instance: null,
        read_network: null,
        write_network: null,
        billing: null,
      },
    });
  });

  it('is learnt from successes and 403s, each of its own scope', () => {
    const { says, at } = key();
    says('D02', null);
    says('D49', 'no_access');
    says('D10', 'no_access');
    expect(at(1).key).toBe('granted');
    expect(at(1).rights).toMatchObject({
      read_instance: 'granted',
      read_network: 'refused',
      write_instance: 'refused',
      write_network: null,
      billing: null,
    });
  });

  it.each(['bad_input', 'not_found', 'conflict', 'too_many_requests', 'backend_error'] as const)(
    'isn’t learnt from %s',
    (code) => {
      const { says, at } = key();
      says('D03', code);
      expect(at(1)).toEqual(key().at(1));
    },
  );

  it('is believed for minutes, refusals for fewer', () => {
    const { says, at } = key();
    says('D02', null);
    says('D78', 'no_access');
    expect(at(5 * minute - 1).rights).toMatchObject({
      read_instance: 'granted',
      billing: 'refused',
    });
    expect(at(5 * minute).rights).toMatchObject({ read_instance: 'granted', billing: null });
    expect(at(10 * minute).rights).toMatchObject({ read_instance: null, billing: null });
    expect(at(10 * minute, true).rights).toMatchObject({
      read_instance: 'granted',
      billing: 'refused',
    });
  });

  it('isn’t taken back by a refusal about one thing', () => {
    const { says, at } = key();
    says('D02', null);
    says('D04', 'no_access');
    expect(at(1).rights.read_instance).toBe('granted');
    says('D04', 'no_access', 10 * minute);
    expect(at(10 * minute).rights.read_instance).toBe('refused');
    says('D02', null, 11 * minute);
    says('D02', 'no_access', 12 * minute);
    expect(at(12 * minute).rights.read_instance).toBe('refused');
  });

  it('ends with a refused key, until the key does something again', () => {
    const { says, at } = key();
    says('D02', null);
    says('D75', 'credential_refused', 1);
    expect(at(2).key).toBe('refused');
    expect(at(2 * minute).key).toBeNull();
    says('D75', null, 3);
    expect(at(4).key).toBe('granted');
  });

  it('may be tried again after a check', () => {
    const { says, at, forget } = key();
    says('D02', null);
    says('D10', 'no_access');
    forget();
    expect(at(1).rights).toMatchObject({ read_instance: 'granted', write_instance: null });
  });

  it('is nobody else’s, and nothing of the other backend’s', () => {
    const [one, other] = [key(), key()];
    one.says('D02', 'no_access');
    other.says('A25', 'no_access');
    expect(other.at(1).rights.read_instance).toBeNull();
    expect(other.at(1).key).toBeNull();
  });
});
