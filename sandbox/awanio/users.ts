/** Finds, creates and verifies people. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { Refusal } from '../refusal';
import type { User } from '../registry';
import { hashPassword } from '../tokens';

/** How long a mailed code is valid, in real time, and how often it may be tried. */
const codeMinutes = 30;
export const codeTries = 5;

export const findUser = (store: Store, uuid: string) =>
  store.get<User>('select * from users where uuid = ?', uuid);

/** @throws Refusal 404 if nobody has this id */
export function requireUser(store: Store, uuid: string): User {
  const user = findUser(store, uuid);
  if (!user || user.status === 'deleted') throw new Refusal(404, 'USER NOT FOUND');
  return user;
}

/** Whether two e-mail addresses or user names are the same; capitals don't matter, as in the database. */
export const sameLogin = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** Finds the person with this user name or e-mail address, in capitals or not. */
export function findByLogin(store: Store, login: string): User | undefined {
  return store.get<User>('select * from users where username = ? or email = ?', login, login);
}

export function makeUser(
  cloud: Cloud,
  of: {
    tenantId: string;
    username: string;
    email: string;
    name: string;
    password: string;
    status: 'active' | 'inactive' | 'unverified';
    provider?: boolean;
  },
): User {
  const at = cloud.now(of.tenantId);
  const last =
    cloud.store.get<{ id: number | null }>('select max(id) as id from users')?.id ?? 2000;
  const user: User = {
    uuid: randomUUID(),
    id: last + 1,
    tenant_id: of.tenantId,
    username: of.username,
    email: of.email,
    name: of.name,
    password_hash: hashPassword(of.password),
    status: of.status,
    provider: of.provider ? 1 : 0,
    code: null,
    code_until_real: null,
    code_tries: 0,
    last_login: null,
    created_at: at,
    updated_at: at,
  };
  cloud.store.insert('users', { ...user });
  return user;
}

/** Makes a new code for a person and mails it. */
export async function sendCode(cloud: Cloud, user: User): Promise<void> {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  cloud.store.update(
    'users',
    { uuid: user.uuid },
    { code, code_until_real: Date.now() + codeMinutes * 60_000, code_tries: 0 },
  );
  await cloud.post.send({
    to: user.email,
    subject: `${code} is your verification code`,
    text: `Hello ${user.name},\n\nYour verification code is ${code}\n\nIt holds for ${codeMinutes} minutes. If you did not sign up, ignore this mail.\n`,
  });
}
