/** Simple rules for an instance's names and secrets, to help while typing; the contract's schemas check them again. */
import type { Rules } from '@/components/parts/forms/use-problem-form';

const label = /^(?=.{1,253}$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*$/;

/** The largest numbers that forms accept for a size; the backend knows what a tier really offers. In GB, except `cpu`. */
export const sizeLimits = { cpu: 256, memory: 4096, storage: 65_536 } as const;

/** The error code of a number that isn't whole; null if it is whole. */
export const wholeNumber = (value: number): string | null =>
  Number.isInteger(value) ? null : 'not_a_number';

/** The rules of one number of a size. @param check a further check, besides that the number is whole */
export const sizeRules = (
  part: keyof typeof sizeLimits,
  check: (value: number) => string | null = () => null,
) =>
  ({
    required: true,
    asNumber: true,
    min: 1,
    max: sizeLimits[part],
    check: (value: number) => wholeNumber(value) ?? check(value),
  }) satisfies Rules<number>;

export const hostnameRules = {
  required: true,
  pattern: { value: label, code: 'hostname_invalid' },
} satisfies Rules<string>;

export const usernameRules = {
  required: true,
  pattern: { value: /^[A-Za-z_][A-Za-z0-9_-]{0,31}$/, code: 'username_invalid' },
} satisfies Rules<string>;

export const passwordRules = {
  required: true,
  minLength: 8,
  maxLength: 128,
  pattern: { value: /^[^\p{Cc}]*$/u, code: 'password_invalid' },
} satisfies Rules<string>;
