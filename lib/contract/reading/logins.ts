/** Reads login names. Each refusal names the broken rule. Apart from host names, since a sign-up page ships it. */
import { refuse, type Reading } from './fault';
import { firstOutside, lengthOf, nameOfCharacter } from './text';

interface LoginRule {
  /** Patterns for the first character, and for every character. */
  first: RegExp;
  all: RegExp;
  /** Codes for a character that doesn't match. */
  firstCode: string;
  allCode: string;
  min?: number;
  max: number;
}

/** The rules of login names, by their use. Each code has its own message. */
const loginRules = {
  /** For a DewaVPS instance; upper case is allowed because Windows images use it. */
  instance: {
    first: /[A-Za-z_]/,
    all: /[A-Za-z\d_-]/,
    firstCode: 'username_first_instance',
    allCode: 'username_character_instance',
    max: 32,
  },
  /** For an Awanio machine. */
  vm: {
    first: /[a-z_]/,
    all: /[a-z\d_-]/,
    firstCode: 'username_first_vm',
    allCode: 'username_character_vm',
    max: 32,
  },
  /** For a person at Awanio. */
  person: {
    first: /[A-Za-z\d]/,
    all: /[A-Za-z\d._-]/,
    firstCode: 'username_first_person',
    allCode: 'username_character_person',
    min: 3,
    max: 32,
  },
} as const satisfies Record<string, LoginRule>;

/** The uses of login names. */
export type LoginKind = keyof typeof loginRules;

/**
 * Makes a reader of login names. Codes: required, username_first_*, username_character_*, too_short_by, too_long_by.
 */
export const readLogin =
  (kind: LoginKind) =>
  (text: string): Reading => {
    const { first, all, firstCode, allCode, max, min = 1 }: LoginRule = loginRules[kind];
    const value = text.trim();
    if (value === '') return refuse('required');
    const wrong = firstOutside(value, all);
    if (wrong !== undefined) return refuse(allCode, { character: nameOfCharacter(wrong) });
    if (!first.test(value.charAt(0))) return refuse(firstCode, { character: value.charAt(0) });
    const length = lengthOf(value);
    if (length < min) return refuse('too_short_by', { min, length });
    return length > max ? refuse('too_long_by', { max, length }) : { value };
  };
