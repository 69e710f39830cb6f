/**
 * The people and groups that stand inside other answers. The codes that the provider sends along with
 * users (`verification_code`, `forgot_password_code`, …) and the numeric ids are not named, so they are
 * left behind.
 */
import { id, instant, text, wireObject } from '../../decode';

/** What is told of a person. */
export const userFields = {
  uuid: id(),
  username: text(),
  name: text(),
  status: text(),
  avatar: text(),
  email: text(),
  kind: text(),
  last_login: instant(),
  created_at: instant(),
  updated_at: instant(),
};

/** A user, as members and owners are shown. */
export const user = wireObject(userFields);

/** The organization that owns something: who it is, not what it has; balances stand in A06 and A07. */
export const owner = wireObject({ uuid: id(), name: text(), slug: text(), icon: text() });

/** The project that something stands in. */
export const projectName = wireObject({ uuid: id(), name: text(), slug: text() });
