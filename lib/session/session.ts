/**
 * A session: who is signed in, with which accounts. `nusa.session` and `nusa.keys.<owner>` hold it together. All of it
 * stays on the server; a browser gets only `SessionView`.
 */
import { createHash } from 'node:crypto';
import type { ViewAs } from '@/lib/contract/view-as';

/** A DewaVPS account that this session can act for. */
export interface Account {
  /** Made from the label, for URLs: `/vps/{slug}/…`. Lower-case letters, digits and hyphens. */
  slug: string;
  /** The customer's own name for it. */
  label: string;
  /** The API key. Secret. */
  key: string;
  /** The day it expires, `YYYY-MM-DD`, as its owner noted it; the API doesn't say. */
  expires?: string | undefined;
}

export interface AwanioUser {
  uuid: string;
  username: string;
  name: string;
  email?: string | undefined;
}

/** A view that a session has begun. */
export interface BegunView extends ViewAs {
  /** New at each beginning, so that an ended view can be told from one that was begun again. */
  id: string;
}

/** Instants are milliseconds since 1970. */
export interface Session {
  /** New at each sign-in; console tickets are bound to it. */
  sid: string;
  /** `awanio:<user uuid>` or `dewavps:<first 16 hex digits of SHA-256 of the key>`. */
  identity: string;
  /** What the account menu shows. */
  person: { name: string; detail: string };
  /** `provider`: only set by the sign-in of the provider's administrators (AX7). */
  awanio: { token: string; user: AwanioUser; provider?: true | undefined } | null;
  /** First the account of the sign-in, then the linked keys. */
  accounts: Account[];
  issued: number;
  /** Last real input. */
  seen: number;
  /** The end for good. */
  expires: number;
  /** The person sees the console as somebody with fewer rights, until they end it. Only set while that view lasts. */
  viewAs?: BegunView | undefined;
}

/** What `GET /api/session` answers; holds no secret. Instants are ISO 8601. */
export type SessionView =
  /** `reason` says that the session ended without input. */
  | { signedIn: false; reason?: 'idle' }
  | {
      signedIn: true;
      identity: string;
      person: { name: string; detail: string };
      /** The end for good. */
      expiresAt: string;
      /** When the session ends without input. */
      idleAt: string;
      /** `mark` changes with the key. */
      accounts: { slug: string; label: string; mark: string }[];
      awanio: boolean;
    };

/** The credentials of a backend call; the shape of `Credentials` in lib/backend. */
export type SessionCredentials =
  | { backend: 'awanio'; token: string; provider?: true; viewAs?: ViewAs | undefined }
  | { backend: 'dewavps'; key: string };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export function awanioIdentity(userUuid: string): string {
  return `awanio:${userUuid}`;
}

export function dewavpsIdentity(key: string): string {
  return `dewavps:${sha256(key).slice(0, 16)}`;
}

/** Eight hex digits that tell keys apart; they don't reveal the key. */
export function keyMark(key: string): string {
  return sha256(`mark\n${key}`).slice(0, 8);
}

/** Eight hex digits of an identity, which name its cookie of linked keys. */
export function ownerHash(identity: string): string {
  return sha256(identity).slice(0, 8);
}

/** Whether `account` is the one of the sign-in, not a linked key. */
export function isOwnAccount(session: Session, account: Account): boolean {
  return session.identity === dewavpsIdentity(account.key);
}
