/** What a handler throws when it refuses; written in the envelope of the backend that was asked. */
import type { Backend } from '@/lib/contract/operation';

export interface RefusalMore {
  /** Awanio: the word of `error`, and the number behind the status in `error_code`. */
  error?: string;
  number?: number;
  /** DewaVPS: `INVALID_OPERATION`, `TOKEN_NOT_FOUND`, `SCOPE_MISMATCH`. */
  type?: string;
  /** Field errors, Laravel's way. */
  errors?: Record<string, string[]>;
  retryAfter?: number;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly status: number,
    message: string,
    readonly more: RefusalMore = {},
  ) {
    super(message);
  }
}

const words: Record<number, string> = {
  400: 'BAD REQUEST',
  401: 'UNAUTHORIZED',
  402: 'PAYMENT REQUIRED',
  403: 'FORBIDDEN',
  404: 'NOT FOUND',
  405: 'METHOD NOT ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD TOO LARGE',
  422: 'VALIDATION ERROR',
  429: 'TOO MANY REQUESTS',
  501: 'NOT IMPLEMENTED',
};

/** Field errors as one refusal: Laravel's `errors` for DewaVPS, one sentence for Awanio. */
export function invalid(errors: Record<string, string[]>): Refusal {
  return new Refusal(422, 'The given data was invalid.', { errors });
}

/** DewaVPS: not in this state. */
export function invalidOperation(message: string, status = 400): Refusal {
  return new Refusal(status, message, { type: 'INVALID_OPERATION' });
}

/** DewaVPS: a key that is none, is over or is revoked. A 400, as the real one says it (contract/api.md 1.2). */
export function tokenNotFound(): Refusal {
  return new Refusal(400, 'The API token was not found.', { type: 'TOKEN_NOT_FOUND' });
}

/** DewaVPS: a key without the scope that the call asks for; a 400, too. */
export function scopeMismatch(scope: string): Refusal {
  return new Refusal(400, `This API token has no ${scope} scope.`, { type: 'SCOPE_MISMATCH' });
}

/** The error envelope of a backend (contract/api.md 1.1 and 1.2). */
export function errorBody(backend: Backend, refusal: Refusal): Record<string, unknown> {
  const { status, message, more } = refusal;
  if (backend === 'dewavps') {
    return {
      type: more.type,
      message,
      errors: more.errors,
    };
  }
  const fields = Object.entries(more.errors ?? {}).map(
    ([name, texts]) => `${name}: ${texts.join(' ')}`,
  );
  return {
    error: more.error ?? words[status] ?? 'SERVER ERROR',
    error_code: `${status}-${more.number ?? 1}`,
    message: fields.length > 0 ? fields.join('; ') : message,
    result: false,
  };
}
