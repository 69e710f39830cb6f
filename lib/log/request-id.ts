import { randomUUID } from 'node:crypto';

const accepted = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The caller's request id if it is harmless text of 8 to 64 characters, else a new one. */
export function requestIdOf(given: string | null | undefined): string {
  return given !== null && given !== undefined && accepted.test(given) ? given : randomUUID();
}
