/**
 * Makes and checks Awanio's JWTs (HS256, valid for eight hours of real time), hashes of DewaVPS's keys, and password
 * hashes.
 */
import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Store } from './db';

const tokenSeconds = 8 * 3600;

/** The claims of a token; `exp` is seconds since 1970. */
export interface Claims {
  /** The user's uuid. */
  sub: string;
  /** The tenant and its epoch; `POST /tenants/:id/revoke` starts a new epoch. */
  tid: string;
  epoch: number;
  /** Whether the token is for the provider's administrator. */
  provider?: boolean;
  exp: number;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Issues and verifies tokens; the secret is stored in the database. */
export class Tokens {
  readonly #secret: string;

  constructor(store: Store) {
    const kept = store.get<{ value: string }>(`select value from meta where name = 'jwt-secret'`);
    this.#secret = kept?.value ?? randomBytes(32).toString('base64url');
    if (!kept) store.insert('meta', { name: 'jwt-secret', value: this.#secret });
  }

  #sign(body: string): string {
    return createHmac('sha256', this.#secret).update(body).digest('base64url');
  }

  /** Makes a token; `now` is milliseconds since 1970. */
  issue(claims: Omit<Claims, 'exp'>, now = Date.now()): string {
    const seconds = Math.floor(now / 1000);
    const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, iat: seconds, exp: seconds + tokenSeconds })}`;
    return `${body}.${this.#sign(body)}`;
  }

  /** The claims of a valid, unexpired token; otherwise null. */
  verify(token: string, now = Date.now()): Claims | null {
    const [head, payload, signature, ...rest] = token.split('.');
    if (!head || !payload || !signature || rest.length > 0) return null;
    const [given, right] = [Buffer.from(signature), Buffer.from(this.#sign(`${head}.${payload}`))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    return claims.exp * 1000 > now ? claims : null;
  }
}

/** The hash under which a key is stored. Keys are long and random, so one round is enough. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** A low cost for scrypt: the sandbox's passwords are demo values, and tests create many accounts. */
const cost = { N: 1024, r: 8, p: 1 };

/** Hashes a password with a random salt. */
export function hashPassword(password: string): string {
  const salt = randomBytes(12);
  return `${salt.toString('base64url')}.${scryptSync(password, salt, 32, cost).toString('base64url')}`;
}

/** Whether a password fits a stored hash. */
export function passwordMatches(password: string, hash: string): boolean {
  const [salt = '', kept = ''] = hash.split('.');
  const right = Buffer.from(kept, 'base64url');
  const given = scryptSync(password, Buffer.from(salt, 'base64url'), 32, cost);
  return right.length === given.length && timingSafeEqual(right, given);
}
