/**
 * Recognizes texts that look like a secret, by the field's name or by their form, so that the browser keeps none. It
 * rather removes too much than too little, since only a part of a draft is lost.
 */
import { holdsPrivateKey } from '@/lib/contract/reading/private-key';

/** Names of secret fields, in both languages. */
const secretName =
  /pass(word|phrase|wd)|kata_?sandi|secret|rahasia|token|credential|api_?key|private|otp|(^|_)pin($|_)/i;

/**
 * Tokens with a known beginning: of DewaVPS and Awanio, JSON Web Tokens, GitHub, GitLab, Slack, AWS, Google, OpenAI.
 */
const tokens =
  /\beyJ[\w-]{8,}\.[\w-]+\.|\b(gh[pousr]|github_pat|glpat|xox[abprs]|sk|pk|rk|dop_v1|npm|hf)[-_][\w-]{16,}|\b(AKIA|ASIA)[A-Z\d]{16}\b|\bAIza[\w-]{30,}|\b(bearer|basic)\s+[\w+/.=-]{16,}|:\/\/[^\s/:@]+:[^\s/@]+@/i;

/** The base64 of a public SSH key, which begins with its type. */
const publicKey = /^AAAA[BCEGI]/;

/** Whether a word is long and random: hexadecimal, or lower and upper case with digits. */
const looksRandom = (word: string): boolean =>
  /^[\da-f]{32,}$/i.test(word) ||
  (word.length >= 40 && /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word));

/** Whether a text may contain a secret. A public key is none, whatever its letters. */
export function looksSecret(text: string): boolean {
  if (holdsPrivateKey(text) || tokens.test(text)) return true;
  // A private key without its beginning looks like any other base64.
  return text.split(/[^\w+/=-]+/).some((word) => looksRandom(word) && !publicKey.test(word));
}

/** Whether a field has the name of a secret. */
export const namesSecret = (field: string): boolean => secretName.test(field);

/**
 * A value without texts that look like secrets, at any depth; undefined if nothing is left.
 * @param known secrets of other fields: they are removed here, too, if they were typed into the wrong field
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
