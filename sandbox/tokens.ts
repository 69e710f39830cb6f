/** Awanio's JWTs (HS256, eight hours of real time), DewaVPS's keys, and password hashes. */
import { createHash, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Store } from './db';

const tokenSeconds = 8 * 3600;

export interface Claims {
  /** Uuid of the user. */
  sub: string;
  /** Tenant and its epoch; `POST /tenants/:id/revoke` starts a new one. */
  tid: string;
  epoch: number;
  /** Of the provider's administrator. */
  provider?: boolean;
  exp: number;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

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

  issue(claims: Omit<Claims, 'exp'>, now = Date.now()): string {
    const seconds = Math.floor(now / 1000);
    const body = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode({ ...claims, iat: seconds, exp: seconds + tokenSeconds })}`;
    return `${body}.${this.#sign(body)}`;
  }

  /** The claims of a token that is genuine and not past its end. */
  verify(token: string, now = Date.now()): Claims | null {
    const [head, payload, signature, ...rest] = token.split('.');
    if (!head || !payload || !signature || rest.length > 0) return null;
    const [given, right] = [Buffer.from(signature), Buffer.from(this.#sign(`${head}.${payload}`))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
    return claims.exp * 1000 > now ? claims : null;
  }
}

/** Keys are long and random, so one round is enough; the key itself is not kept. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Light scrypt: the sandbox's passwords are demo values, and tests make many accounts. */
const cost = { N: 1024, r: 8, p: 1 };

export function hashPassword(password: string): string {
  const salt = randomBytes(12);
  return `${salt.toString('base64url')}.${scryptSync(password, salt, 32, cost).toString('base64url')}`;
}

export function passwordMatches(password: string, hash: string): boolean {
  const [salt = '', kept = ''] = hash.split('.');
  const right = Buffer.from(kept, 'base64url');
  const given = scryptSync(password, Buffer.from(salt, 'base64url'), 32, cost);
  return right.length === given.length && timingSafeEqual(right, given);
}
