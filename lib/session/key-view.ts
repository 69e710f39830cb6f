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
  /** True for the key of the sign-in, which can't be unlinked. */
  own: boolean;
  /** The end that its owner noted; null if none. */
  expiry: Expiry | null;
  /** The rights that this process knows of. */
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
