import { describe, expect, it } from 'vitest';
import { isErrorBody, readError, scrub, scrubError } from './error-envelope';

describe('readError', () => {
  it('reads Awanio', () => {
    const body = {
      error: 'INVALID CREDENTIALS',
      error_code: '401-3',
      message: 'WRONG USERNAME / PASSWORD',
      result: false,
    };
    expect(readError('awanio', 401, body)).toEqual({
      message: 'WRONG USERNAME / PASSWORD',
      code: '401-3',
      type: 'INVALID CREDENTIALS',
    });
  });

  it('reads DewaVPS', () => {
    expect(readError('dewavps', 404, { message: 'Not found' })).toEqual({ message: 'Not found' });
    expect(
      readError('dewavps', 400, { type: 'INVALID_OPERATION', message: 'Stop it first' }),
    ).toEqual({
      message: 'Stop it first',
      type: 'INVALID_OPERATION',
    });
  });

  it('reads Laravel 422', () => {
    const errors = {
      hostname: ['Taken.', 5, ''],
      'disks.0.size': 'Too small.',
      __proto__: ['x'],
      'a b': ['x'],
      empty: [],
    };
    expect(readError('dewavps', 422, { message: 'Invalid.', errors })).toEqual({
      message: 'Invalid.',
      fields: { hostname: ['Taken.'], 'disks.0.size': ['Too small.'] },
    });
    expect(readError('dewavps', 422, { errors: { hostname: ['Taken.'] } }).message).toBe('Taken.');
  });

  it.each([
    ['<html>Bad gateway</html>'],
    [''],
    [undefined],
    [null],
    [[1]],
    [{}],
    [{ message: { deep: 1 } }],
  ])('survives %j', (body) => {
    expect(readError('awanio', 502, body)).toEqual({
      message: 'The backend answered 502 without saying why.',
    });
  });

  it('removes control characters and shortens long texts', () => {
    const { message } = readError('dewavps', 400, {
      message: `a\u0000\u001b[31m\r\nb\u202e${'x'.repeat(5000)}`,
    });
    expect(message).toMatch(/^a \[31m b x+…$/);
    expect(message).toHaveLength(500);
  });
});

it('recognizes error bodies, whatever their status', () => {
  expect(isErrorBody({ result: false, data: null })).toBe(true);
  expect(isErrorBody({ type: 'INVALID_OPERATION', message: 'm' })).toBe(true);
  expect(isErrorBody({ message: 'm', errors: { a: ['b'] } })).toBe(true);
  for (const body of [
    { message: 'ok' },
    { data: null, result: true },
    { data: {}, type: 'x', message: 'm' },
    'x',
    null,
    [],
  ]) {
    expect(isErrorBody(body)).toBe(false);
  }
});

describe('scrub', () => {
  it('hides given secrets, also encoded ones, but no short texts', () => {
    expect(scrub('pw hunter/2! and hunter%2F2! end', ['hunter/2!', 'an'])).toBe('pw … and … end');
  });

  it.each([
    ['token eyJhbGciOiJkaXIifQ..abc.def-ghi bad', 'token … bad'],
    ['Authorization: Bearer abc.def', 'Authorization: … …'],
    [
      'This API token has no read_instance scope; the Basic plan has.',
      'This API token has no read_instance scope; the Basic plan has.',
    ],
    ['sent as Token abc123', 'sent as Token …'],
    ['sent x-apikey=abc123 there', 'sent x-apikey=… there'],
    ['{"password":"p w","n":1}', '{"password":…,"n":1}'],
    ['verification_code: 123456', 'verification_code: …'],
    ['see https://user:pass@host.example/p/q?ticket=1#x now', 'see https://host.example/p/q now'],
    ['wss://h.example:5900/vnc?token=z', 'wss://h.example:5900/vnc'],
    ['key AKIAFAKE0123456789FAKE0123456789 end', 'key … end'],
    ['hash 0123456789abcdef0123456789abcdef.', 'hash ….'],
  ])('%s', (text, clean) => {
    expect(scrub(text)).toBe(clean);
  });

  it.each([
    'Instance 7f6b2c1e-0d3a-4c5b-9e8f-1a2b3c4d5e6f is not stopped.',
    'The hostname must be a valid name, at most 63 characters.',
    'No route for /organizations/7f6b2c1e-0d3a-4c5b-9e8f-1a2b3c4d5e6f/reserved-ips in this version.',
    'Saldo tidak mencukupi: Rp10.000,00',
    'WRONG USERNAME / PASSWORD',
    'The password must be at least 8 characters.',
  ])('keeps: %s', (text) => {
    expect(scrub(text)).toBe(text);
  });

  it('cleans every text of an error', () => {
    const dirty = {
      message: 's3cret',
      code: 's3cret',
      type: 's3cret',
      fields: { s3cret: ['is s3cret'] },
    };
    expect(JSON.stringify(scrubError(dirty, ['s3cret']))).not.toContain('s3cret');
  });
});
