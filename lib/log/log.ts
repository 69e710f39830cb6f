/**
 * Structured logs with no secret in them. Every value goes through {@link redact}, which looks at names
 * at any depth; values without a telling name (a message, a stack) must be scrubbed by whoever logs them.
 */
import { pino, type DestinationStream, type Logger } from 'pino';
import { settings } from '@/lib/settings';
import { perProcess } from './per-process';

const secretName =
  /authorization|cookie|api[-_]?key|passw|token|secret|credential|private[-_]?key|ssh[-_]?key|kubeconfig|ticket|verification[-_]?code|forgot[-_]?password|power_pass|^(key|code|otp|signature)$/i;
const censored = '[redacted]';
const depthLimit = 8;

/**
 * A copy with the value of every field whose name tells of a secret replaced. Deeper than eight levels,
 * or going in circles, nothing is copied.
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

/** Builds a logger; tests give a stream to read from. */
export function makeLogger(level: string, stream?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: 'nusa' },
    timestamp: pino.stdTimeFunctions.isoTime,
    // `err` is turned into plain data here as well, so that its own fields are redacted too.
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
    return 'info'; // wrong settings are reported at the start; logging must work before that
  }
}

/** The logger of this process. */
export function log(): Logger {
  return perProcess('log', () => makeLogger(level()));
}
