/**
 * Structured logs without secrets. Every value passes through {@link redact}, which checks field names at any depth.
 * A secret in another value (a message, a stack) must be removed by the caller.
 */
import { pino, type DestinationStream, type Logger } from 'pino';
import { settings } from '@/lib/settings';
import { perProcess } from './per-process';

const secretName =
  /authorization|cookie|api[-_]?key|passw|token|secret|credential|private[-_]?key|ssh[-_]?key|kubeconfig|ticket|verification[-_]?code|forgot[-_]?password|power_pass|^(key|code|otp|signature)$/i;
const censored = '[redacted]';
const depthLimit = 8;

/**
 * Copies a value and replaces every field that has the name of a secret. Values deeper than eight levels and circular
 * ones are not copied.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (depth >= depthLimit) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  if (value instanceof Error)
    return { type: value.name, message: value.message, stack: value.stack };
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [
      String(key),
      secretName.test(String(key)) && item !== null && item !== undefined
        ? censored
        : redact(item, depth + 1),
    ]),
  );
}

/** Makes a logger; tests pass a stream to read from. */
export function makeLogger(level: string, stream?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'nusa' },
    timestamp: pino.stdTimeFunctions.isoTime,
    // `err` becomes plain data here as well, so that its own fields are redacted, too.
    formatters: {
      level: (label: string) => ({ level: label }),
      log: (fields: object) => redact(fields) as Record<string, unknown>,
    },
    serializers: { err: (value: unknown) => value },
  };
  return stream ? pino(options, stream) : pino(options);
}

function level(): string {
  try {
    return settings().NUSA_LOG_LEVEL;
  } catch {
    return 'info'; // wrong settings are reported at the start, and logging must work before that
  }
}

/** The logger of this process. */
export function log(): Logger {
  return perProcess('log', () => makeLogger(level()));
}
