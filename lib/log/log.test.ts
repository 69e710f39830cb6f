import { describe, expect, it } from 'vitest';
import { makeLogger, redact } from './log';
import { requestIdOf } from './request-id';

describe('logs', () => {
  const lines = (write: (logger: ReturnType<typeof makeLogger>) => void) => {
    const written: string[] = [];
    write(makeLogger('info', { write: (line: string) => void written.push(line) }));
    return written;
  };

  it('contain no value of a field with a secret’s name, at any depth', () => {
    const secret = 'canary-value';
    const names = [
      'authorization',
      'Cookie',
      'set-cookie',
      'x-apikey',
      'password',
      'new_password',
      'token',
      'key',
      'apiKey',
      'secret_key',
      'verification_code',
      'power_pass',
      'ticket',
    ];
    const [line = ''] = lines((logger) => {
      const fields = Object.fromEntries(names.map((name) => [name, secret]));
      logger.info(
        {
          ...fields,
          request: { headers: fields, list: [{ deep: fields }] },
          map: new Map([['token', secret]]),
        },
        'x',
      );
    });
    expect(line).not.toContain(secret);
    expect(line).toContain('[redacted]');
  });

  it('keep other values', () => {
    const [line = ''] = lines((logger) =>
      logger.info(
        { ref: 'D02', requestId: 'request-1', status: 200, err: new TypeError('oh') },
        'proxied',
      ),
    );
    const parsed = JSON.parse(line) as Record<string, unknown>;
    expect(parsed).toMatchObject({
      level: 'info',
      msg: 'proxied',
      ref: 'D02',
      status: 200,
      err: { type: 'TypeError', message: 'oh' },
    });
  });

  it('handle circular values', () => {
    const circle: Record<string, unknown> = { name: 'a' };
    circle.self = circle;
    expect(JSON.stringify(redact(circle))).toContain('[deep]');
  });
});

describe('request ids', () => {
  it('are accepted if they are harmless', () => {
    expect(requestIdOf('abc-DEF_12.3')).toBe('abc-DEF_12.3');
    for (const bad of [
      null,
      undefined,
      '',
      'short',
      'a'.repeat(65),
      'a b c d e f',
      'evil\r\nX: 1',
      '<script>alert',
    ]) {
      expect(requestIdOf(bad)).toMatch(/^[0-9a-f]{8}-/);
    }
  });
});
