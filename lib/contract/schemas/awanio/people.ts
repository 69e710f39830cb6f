/**
 * People and groups inside other answers. The codes that the provider sends with users (`verification_code`,
 * `forgot_password_code`, …) and the numeric ids are not named, so they are dropped.
 */
import { id, instant, text, wireObject } from '../../decode';
import { picture } from './common';

/** The fields of a person. */
export const userFields = {
  uuid: id(),
  username: text(),
  name: text(),
  status: text(),
  avatar: picture(),
  email: text(),
  kind: text(),
  last_login: instant(),
  created_at: instant(),
  updated_at: instant(),
};

/** A user as a member or owner. */
export const user = wireObject(userFields);

/** The organization that owns something. Balances are only in A06 and A07. */
export const owner = wireObject({ uuid: id(), name: text(), slug: text(), icon: picture() });

/** The project that contains something. */
export const projectName = wireObject({ uuid: id(), name: text(), slug: text() });
