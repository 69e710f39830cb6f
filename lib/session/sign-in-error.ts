/** Why a sign-in failed, and how next-auth's single string carries it to the browser. Browser-safe. */

const signInCodes = [
  'wrong_credentials',
  'not_verified',
  /** The provider has suspended the person. */
  'suspended',
  'too_many_attempts',
  /** The provider's limit of calls for this key or account is used up, for example by colleagues. */
  'provider_busy',
  'bad_input',
  'bad_origin',
  'backend_unreachable',
  'backend_timeout',
  'backend_error',
  'backend_unreadable',
  'not_configured',
  /** The browser couldn't reach this console. */
  'offline',
  /** The browser keeps no cookies of this console. */
  'no_cookies',
  'internal',
] as const;
export type SignInCode = (typeof signInCodes)[number];

/** next-auth puts `message` into the `error` of its redirect: `wrong_credentials`, `too_many_attempts:540`. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  /** @param retryAfter seconds */
  constructor(
    readonly code: SignInCode,
    readonly retryAfter?: number,
  ) {
    super(retryAfter === undefined ? code : `${code}:${retryAfter}`);
  }
}

/** Reads the text of a `SignInError`; anything else is `internal`. */
export function parseSignInError(text: string | null): { code: SignInCode; retryAfter?: number } {
  const [name, seconds] = (text ?? '').split(':');
  const code = signInCodes.find((one) => one === name) ?? 'internal';
  const retryAfter = Number(seconds);
  return seconds && Number.isFinite(retryAfter) ? { code, retryAfter } : { code };
}
