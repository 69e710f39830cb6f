/** Rules of form fields for an instance's size, names and password. The contract reads the values in the same way. */
import { readLogin } from '@/lib/contract/reading/logins';
import { readHostname } from '@/lib/contract/reading/names';
import { readPassword } from '@/lib/contract/reading/text';
import type { Rules } from '@/components/parts/forms/use-problem-form';

/** The largest numbers that forms accept for a size; the backend knows what a tier really offers. In GB, except `cpu`. */
export const sizeLimits = { cpu: 256, memory: 4096, storage: 65_536 } as const;

/** The rules of one number of a size. @param check a further check */
export const sizeRules = (
  part: keyof typeof sizeLimits,
  check?: (value: number) => string | null,
) =>
  ({
    required: true,
    asNumber: true,
    min: 1,
    max: sizeLimits[part],
    ...(check ? { check } : {}),
  }) satisfies Rules<number>;

/** The rules of a hostname. */
export const hostnameRules = { required: true, read: readHostname } satisfies Rules<string>;

/** The rules of an instance's user name. */
export const usernameRules = {
  required: true,
  read: readLogin('instance'),
} satisfies Rules<string>;

/** The rules of an instance's password. */
export const passwordRules = { required: true, read: readPassword() } satisfies Rules<string>;
