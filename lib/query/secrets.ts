/**
 * What looks like a secret, by its name or by what it is: a browser keeps none of it. Rather too much is left out than
 * too little, since what is lost is a part of a draft.
 */
import { holdsPrivateKey } from '@/lib/contract/reading/private-key';

/** Names of fields, in both languages. */
const secretName =
  /pass(word|phrase|wd)|kata_?sandi|secret|rahasia|token|credential|api_?key|private|otp|(^|_)pin($|_)/i;

/** Tokens that say what they are: of DewaVPS and Awanio, JSON web tokens, GitHub, GitLab, Slack, AWS, Google, OpenAI. */
const tokens =
  /\beyJ[\w-]{8,}\.[\w-]+\.|\b(gh[pousr]|github_pat|glpat|xox[abprs]|sk|pk|rk|dop_v1|npm|hf)[-_][\w-]{16,}|\b(AKIA|ASIA)[A-Z\d]{16}\b|\bAIza[\w-]{30,}|\b(bearer|basic)\s+[\w+/.=-]{16,}|:\/\/[^\s/:@]+:[^\s/@]+@/i;

/** The base64 of a public SSH key, which names its type first. */
const publicKey = /^AAAA[BCEGI]/;

/** One long word of letters and digits at random: hexadecimal, or small and capital letters with digits. */
const looksRandom = (word: string): boolean =>
  /^[\da-f]{32,}$/i.test(word) ||
  (word.length >= 40 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word));

/** Whether a text may hold a secret. A public key is none, whatever letters it is made of. */
export function looksSecret(text: string): boolean {
  if (holdsPrivateKey(text) || tokens.test(text)) return true;
  // What is left of a private key without its beginning looks like any other base64.
  return text.split(/[^\w+/=-]+/).some((word) => looksRandom(word) && !publicKey.test(word));
}

/** Whether a field is called as a secret is. */
export const namesSecret = (field: string): boolean => secretName.test(field);

/**
 * A value without what looks like a secret, deep inside too; undefined where nothing is left.
 * @param known secrets that stand beside it: typed into the wrong field, they are left out there too
 */
export function withoutLooks(value: unknown, known: readonly string[] = []): unknown {
  if (typeof value === 'string')
    return looksSecret(value) || known.some((secret) => value.includes(secret)) ? undefined : value;
  if (Array.isArray(value))
    return value
      .map((each) => withoutLooks(each, known))
      .filter((each) => each !== undefined) as unknown[];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
      if (namesSecret(name) && typeof each === 'string') return [];
      const kept = withoutLooks(each, known);
      return kept === undefined ? [] : [[name, kept]];
    }),
  );
}
