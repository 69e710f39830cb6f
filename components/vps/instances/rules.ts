/** Rules for an instance's numbers, names and secrets: the contract's own readers. */
import { readHostname, readLogin } from '@/lib/contract/reading/names';
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

export const hostnameRules = { required: true, read: readHostname } satisfies Rules<string>;

export const usernameRules = {
  required: true,
  read: readLogin('instance'),
} satisfies Rules<string>;

export const passwordRules = { required: true, read: readPassword() } satisfies Rules<string>;
