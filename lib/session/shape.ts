/** The shapes of the sealed cookies, checked when they are opened. A cookie of an older version is no session. */
import { z } from 'zod';

const account = z.object({
  slug: z.string().min(1),
  label: z.string().min(1),
  key: z.string().min(1),
  expires: z.iso.date().optional(),
});

/** The content of `nusa.session`. `accounts` holds only the account of the sign-in. */
export const sessionCookie = z.object({
  sid: z.string().min(16),
  identity: z.string().min(1),
  person: z.object({ name: z.string(), detail: z.string() }),
  awanio: z
    .object({
      token: z.string().min(1),
      user: z.object({
        uuid: z.string().min(1),
        username: z.string(),
        name: z.string(),
        email: z.string().optional(),
      }),
      provider: z.literal(true).optional(),
    })
    .nullable(),
  accounts: z.array(account),
  issued: z.number(),
  seen: z.number(),
  expires: z.number(),
  viewAs: z
    .object({
      id: z.string().min(16),
      org: z.string().min(1),
      project: z.string().min(1).optional(),
      role: z.enum(['member', 'finance']),
    })
    .optional(),
});

/** The content of `nusa.keys.<owner>`. `sealed` and `expires` are milliseconds since 1970. */
export const keysCookie = z.object({
  owner: z.string().min(1),
  keys: z.array(account),
  sealed: z.number(),
  expires: z.number(),
});
export type KeysCookie = z.output<typeof keysCookie>;

/** One key of an object storage, by the organization or project that the storage belongs to. */
export const storageKey = z.object({
  groupType: z.enum(['organizations', 'projects']),
  group: z.string().min(1),
  accessKey: z.string().min(1),
  secretKey: z.string().min(1),
  /** When it was linked, in milliseconds since 1970. */
  since: z.number(),
});
export type StorageKey = z.output<typeof storageKey>;

/** The content of `nusa.storage.<owner>`. `sealed` and `expires` are milliseconds since 1970. */
export const storageCookie = z.object({
  owner: z.string().min(1),
  keys: z.array(storageKey),
  sealed: z.number(),
  expires: z.number(),
});
export type StorageCookie = z.output<typeof storageCookie>;
