import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { embedded, id, label, listOf, number, text, wireObject } from './decode';
import type { Kind } from './operation';
import { visible } from './shape';
import { compile, stripBalances } from './visibility';

function show(wire: z.ZodType, wireValue: unknown, kind: Kind = 'read'): unknown {
  return compile('T1', { answer: 'object', wire }, kind)(wire.parse(wireValue));
}

describe('forBrowser', () => {
  const secret = wireObject({
    uuid: id(),
    token: visible('server', text()),
    key: visible('once', text()),
    pdf: visible('download', text()),
    child: embedded(wireObject({ name: label(), code: visible('server', number()) })),
    children: listOf(wireObject({ code: visible('server', number()), n: number() })),
  });
  const value = {
    uuid: 1,
    token: 't',
    key: 'k',
    pdf: 'p',
    child: { name: 'c', code: 1 },
    children: [{ code: 2, n: 3 }],
    other: 'o',
  };

  it('drops server, download and once fields of a read', () => {
    expect(show(secret, value)).toEqual({ uuid: '1', child: { name: 'c' }, children: [{ n: 3 }] });
  });

  it.each(['write', 'acts'] as const)('shows once fields of %s', (kind) => {
    expect(show(secret, value, kind)).toMatchObject({ uuid: '1', key: 'k' });
    expect(show(secret, value, kind)).not.toHaveProperty('token');
  });

  it('copies only the fields that the schema names', () => {
    const copy = compile('T1', { answer: 'list', wire: wireObject({ a: text() }) }, 'read');
    const result = {
      data: [{ a: 'x', b: 'leak', __proto__: { c: 1 } }],
      page: null,
      active_operations: null,
      extra: 1,
    };
    expect(copy(result)).toEqual({ data: [{ a: 'x' }], page: null, active_operations: null });
  });

  it('finds marks behind wrappers', () => {
    const wire = z.object({
      a: visible('server', z.string()).nullable(),
      b: visible('server', z.string()).optional().default('b'),
      c: visible('server', z.string()).transform((value) => value.length),
      d: z.lazy(() => visible('server', z.string())),
      e: z.array(visible('server', z.string())),
      f: z.union([z.number(), visible('server', z.string())]),
      g: z.string(),
    });
    expect(show(wire, { a: 'x', b: 'x', c: 'x', d: 'x', e: ['x'], f: 'x', g: 'shown' })).toEqual({
      e: [],
      f: null,
      g: 'shown',
    });
  });

  it('finds the matching options of a union, and hides what any of them hides', () => {
    const wire = z.union([
      z.object({ kind: z.literal('a'), s: visible('server', z.string()) }),
      z.object({ kind: z.literal('b'), s: z.string() }),
      z.object({ x: z.string() }),
      z.array(z.object({ s: visible('server', z.string()), n: z.number() })),
      z.null(),
    ]);
    expect(show(wire, { kind: 'a', s: 'S' })).toEqual({ kind: 'a' });
    expect(show(wire, { kind: 'b', s: 'S' })).toEqual({ kind: 'b', s: 'S' });
    expect(show(wire, { x: 'X' })).toEqual({ x: 'X' });
    expect(show(wire, [{ s: 'S', n: 1 }])).toEqual([{ n: 1 }]);
    expect(show(wire, null)).toBeNull();
  });

  it('follows recursive schemas', () => {
    interface Tree {
      n: number;
      s: string;
      sub: Tree[];
    }
    const tree: z.ZodType<Tree> = z.object({
      n: z.number(),
      s: visible('server', z.string()),
      sub: z.array(z.lazy(() => tree)),
    });
    expect(show(tree, { n: 1, s: 'x', sub: [{ n: 2, s: 'x', sub: [] }] })).toEqual({
      n: 1,
      sub: [{ n: 2, sub: [] }],
    });
  });

  it('copies only scalars from the output of a transform', () => {
    const wire = z.object({
      a: z.string().transform((s) => s.length),
      b: z.string().transform((s) => ({ s })),
    });
    expect(show(wire, { a: 'xx', b: 'y' })).toEqual({ a: 2, b: null });
  });

  it.each([
    ['record', z.record(z.string(), z.string())],
    ['unknown', z.unknown()],
    ['any', z.any()],
    ['loose object', z.looseObject({ a: z.string() })],
  ])('refuses %s', (name, schema) => {
    expect(() =>
      compile('T1', { answer: 'object', wire: z.object({ deep: z.array(schema) }) }, 'read'),
    ).toThrow(name);
  });

  it('copies only the message of a sentence', () => {
    expect(compile('T1', { answer: 'sentence' }, 'write')({ message: 'm', token: 't' })).toEqual({
      message: 'm',
    });
  });
});

describe('stripBalances', () => {
  const money = {
    balance: 5,
    account_payable: 1,
    monthly_amount_threshold: 2,
    discount: 3,
    payment_plans: 'prepaid',
    tax_percent: 11,
  };

  it('strips organizations at any depth and keeps other discounts', () => {
    const result = {
      data: [
        {
          uuid: 'v',
          organization: { uuid: 'o', ...money },
          deep: [{ organization: { name: 'n', ...money } }],
        },
      ],
      discount: 7,
    };
    expect(stripBalances(result)).toEqual({
      data: [{ uuid: 'v', organization: { uuid: 'o' }, deep: [{ organization: { name: 'n' } }] }],
      discount: 7,
    });
    expect(result.data[0]?.organization.balance).toBe(5);
  });
});
