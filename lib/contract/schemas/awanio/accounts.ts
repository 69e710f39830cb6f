/** Users, sign-in and the person's own account: A01–A04, and the provider's users AX2–AX7. */
import { z } from 'zod';
import { bool, id, idOrNull, instant, int, listOf, text, wireObject } from '../../decode';
import { readLogin } from '../../reading/logins';
import { shapes, visible } from '../../shape';
import { input, oneOf, reading, secret, whole, word } from '../shared';
import { identified, name, pageFields, picture, uuidParams } from './common';
import { organization } from './organizations';
import { userFields } from './people';
import { projectMember } from './projects';

const username = () => reading(readLogin('person'));
const email = () => word(254).pipe(z.email('email_invalid'));

const register = input({
  username: username(),
  name: name(),
  email: email(),
  password: secret(8, 128),
});
const verify = input({ email: email(), verification_code: word(64) });
const signIn = input({ username: word(254), password: secret(1, 256) });

/** The answer of A03. The sample has no uuid; the numeric id and `user_value` of the credentials are dropped. */
const signedIn = wireObject({
  uuid: idOrNull(),
  username: text(),
  name: text(),
  status: text(),
  avatar: picture(),
  last_login: instant(),
  created_at: instant(),
  updated_at: instant(),
  credentials: listOf(wireObject({ type: text(), user_key: text(), status: text() })),
  token: visible('server', id()),
});

/** An organization of a person, with their level in it. */
const ownOrganization = wireObject({
  organization: identified(organization),
  user_level: int(),
  is_default: bool(),
  created_at: instant(),
  updated_at: instant(),
});

const ownAccount = wireObject({
  ...userFields,
  organizations: listOf(ownOrganization),
  projects: listOf(projectMember),
  primary_organization: identified(
    wireObject({
      uuid: id(),
      name: text(),
      icon: picture(),
      primary_project: identified(wireObject({ uuid: id(), name: text() })),
    }),
  ),
});

const managedUser = wireObject({
  uuid: id(),
  username: text(),
  name: text(),
  status: text(),
  avatar: picture(),
  email: text(),
  kind: text(),
  organization_quota: int(),
  last_login: instant(),
  created_at: instant(),
  updated_at: instant(),
});

const newUser = input({
  name: name(),
  username: username(),
  email: email(),
  password: secret(8, 128),
  password_confirmation: secret(1, 128),
}).superRefine(({ password, password_confirmation }, context) => {
  if (password !== password_confirmation) {
    context.addIssue({
      code: 'custom',
      message: 'password_mismatch',
      path: ['password_confirmation'],
    });
  }
});

const changedUser = input({
  name: name().optional(),
  username: username().optional(),
  email: email().optional(),
  organization_quota: whole(0, 10_000).optional(),
  status: oneOf(['active', 'inactive']).optional(),
});

const usersQuery = input({
  ...pageFields,
  kind: word(32).optional(),
  search: word(100).optional(),
  status: oneOf(['active', 'inactive']).optional(),
});

export const accountShapes = shapes({
  A01: { body: register, answer: 'sentence' },
  A02: { body: verify, answer: 'sentence' },
  A03: { body: signIn, answer: 'object', wire: signedIn },
  A04: { answer: 'object', wire: ownAccount },
  AX2: { query: usersQuery, answer: 'list', wire: managedUser },
  AX3: { body: newUser, answer: 'object', wire: identified(managedUser) },
  AX4: { params: uuidParams, answer: 'object', wire: managedUser },
  AX5: { params: uuidParams, body: changedUser, answer: 'object', wire: identified(managedUser) },
  AX6: { params: uuidParams, answer: 'sentence' },
  AX7: { body: signIn, answer: 'object', wire: signedIn },
});
