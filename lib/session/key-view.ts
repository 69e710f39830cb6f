/** A linked key as the browser sees it. Nothing here holds a key. */
import { keyAccessOf, type KeyAccess } from '@/lib/backend/key-access';
import { expiryOf, type Expiry } from './expiry';
import { hashOf } from './key-rights';
import { keyHint } from './keys';
import { isOwnAccount, type Account, type Session } from './session';

export interface KeyView {
  slug: string;
  label: string;
  /** Its last four characters: `…x7Qa`. */
  hint: string;
  /** True for the key signed in with: it is not unlinked but signed out of. */
  own: boolean;
  /** As its owner noted it; null: not noted. */
  expiry: Expiry | null;
  /** What this process has seen it do. */
  access: KeyAccess;
}

export function keyView(session: Session, account: Account): KeyView {
  return {
    slug: account.slug,
    label: account.label,
    hint: keyHint(account.key),
    own: isOwnAccount(session, account),
    expiry: expiryOf(account.expires),
    access: keyAccessOf(hashOf(account.key)),
  };
}
