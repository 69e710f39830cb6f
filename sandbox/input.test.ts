import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { check, coerce, readForm } from './input';
import { parseMessage } from './mail';
import { errorBody } from './refusal';
import { Refusal } from './refusal';

describe('forms', () => {
  it('are read with lists and nested fields, but without `__proto__`', () => {
    const form = readForm([
      ['a', '1'],
      ['k[]', 'x'],
      ['k[]', 'y'],
      ['who[id]', '2'],
      ['who[name][first]', 'S'],
      ['__proto__[polluted]', '1'],
    ]);
    expect(form).toEqual({ a: '1', k: ['x', 'y'], who: { id: '2', name: { first: 'S' } } });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it("are converted to the schema's types, and unreadable text is left", () => {
    const schema = z.strictObject({
      size: z.int(),
      on: z.boolean().optional(),
      gone: z.string().nullable(),
      list: z.array(z.int()),
    });
    const text = { size: '30', on: '1', gone: '', list: ['1', '2'] };
    expect(coerce(schema, text)).toEqual({ size: 30, on: true, gone: null, list: [1, 2] });
    expect(check(schema, text, true)).toEqual({ size: 30, on: true, gone: null, list: [1, 2] });
    expect(() => check(schema, text, false)).toThrow(Refusal);
    expect(coerce(schema, { size: 'big' })).toEqual({ size: 'big' });
  });
});

describe('unknown fields', () => {
  it('are ignored at any depth, while faults of the others are kept', () => {
    const schema = z.strictObject({
      name: z.string('required'),
      people: z.array(z.strictObject({ id: z.string() })).optional(),
    });
    const given = { name: 'a', iam: {}, people: [{ id: '1', level: 2 }], __proto__: { x: 1 } };
    expect(check(schema, given, false)).toEqual({ name: 'a', people: [{ id: '1' }] });
    expect(given.people).toEqual([{ id: '1', level: 2 }]);
    try {
      check(schema, { iam: {} }, false);
      expect.unreachable();
    } catch (error) {
      expect((error as Refusal).more.errors).toEqual({ name: ['The name field is required.'] });
    }
  });
});

describe('refusals', () => {
  it('are written in each backend’s envelope', () => {
    const refusal = new Refusal(422, 'The given data was invalid.', {
      errors: { hostname: ['is wrong'] },
    });
    expect(errorBody('dewavps', refusal)).toEqual({
      message: 'The given data was invalid.',
      errors: { hostname: ['is wrong'] },
    });
    expect(errorBody('awanio', refusal)).toEqual({
      error: 'VALIDATION ERROR',
      error_code: '422-1',
      message: 'hostname: is wrong',
      result: false,
    });
  });
});

describe('mail', () => {
  it('is decoded, subject and body', () => {
    const raw =
      'Subject: =?UTF-8?Q?Kode_=E2=80=A6?=\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSelamat =E2=9C=93 dat=\r\nang\r\n';
    expect(parseMessage(raw)).toEqual({ subject: 'Kode …', body: 'Selamat ✓ datang' });
    expect(
      parseMessage('Subject: a\r\n b\r\nContent-Transfer-Encoding: base64\r\n\r\naGFsbw==').subject,
    ).toBe('a b');
  });
});
