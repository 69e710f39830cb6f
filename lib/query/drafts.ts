/** What is typed and not sent yet, kept in the browser: never a secret, by the field's name, by its looks or by its words. */
import { namesSecret, withoutLooks } from './secrets';
import { forget, keep, readKept } from './storage';

/** Values without the named fields, and without what looks like a secret, or holds one of theirs, in another field. */
export function withoutSecrets<T extends object>(
  values: T,
  secrets: readonly string[],
): Partial<T> {
  const isSecret = (name: string) => secrets.includes(name) || namesSecret(name);
  const known = Object.entries(values).flatMap(([name, value]: [string, unknown]) =>
    isSecret(name) && typeof value === 'string' && value.length >= 4 ? [value] : [],
  );
  const open = Object.entries(values).filter(([name]) => !secrets.includes(name));
  return withoutLooks(Object.fromEntries(open), known) as Partial<T>;
}

/** Keeps a form's values, but for its secrets. */
export const keepDraft = (
  identity: string,
  name: string,
  values: object,
  secrets: readonly string[],
): void => keep(identity, name, withoutSecrets(values, secrets));

/** The draft of a name. One of an older version may have held what looks like a secret: that is wiped. */
export function readDraft(identity: string, name: string): unknown {
  const kept = readKept(identity, name);
  const plain = withoutLooks(kept);
  if (plain === undefined) forget(identity, name);
  else if (JSON.stringify(plain) !== JSON.stringify(kept)) keep(identity, name, plain);
  return plain ?? null;
}
