/** The error that handlers throw to refuse a call; it is written in the backend's error envelope. */
import type { Backend } from '@/lib/contract/operation';

export interface RefusalMore {
  /** Awanio: the text of `error`, and the number after the status in `error_code`. */
  error?: string;
  number?: number;
  /** DewaVPS: `INVALID_OPERATION`, `TOKEN_NOT_FOUND`, `SCOPE_MISMATCH`. */
  type?: string;
  /** The errors by field, as Laravel has them. */
  errors?: Record<string, string[]>;
  retryAfter?: number;
}

/** A refused call with its HTTP status. */
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

/** A refusal for wrong fields: Laravel's `errors` for DewaVPS, one sentence for Awanio. */
export function invalid(errors: Record<string, string[]>): Refusal {
  return new Refusal(422, 'The given data was invalid.', { errors });
}

/** DewaVPS: the operation is not allowed in this state. */
export function invalidOperation(message: string, status = 400): Refusal {
  return new Refusal(status, message, { type: 'INVALID_OPERATION' });
}

/** DewaVPS: an unknown, expired or revoked key. The status is 400, as in the real API (contract/api.md 1.2). */
export function tokenNotFound(): Refusal {
  return new Refusal(400, 'The API token was not found.', { type: 'TOKEN_NOT_FOUND' });
}

/** DewaVPS: a key without the scope of the call. The status is 400, too. */
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
