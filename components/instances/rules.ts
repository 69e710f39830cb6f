/** Light rules of an instance's names and secrets, to help while typing; the contract's schemas check again. */
import type { Rules } from '@/components/forms/use-problem-form';

const label = /^(?=.{1,253}$)(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*$/;

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
