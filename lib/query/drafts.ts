/**
 * Keeps typed values that aren't sent yet in the browser, but never a secret, by the field's name, its form or its
 * words.
 */
import { namesSecret, withoutLooks } from './secrets';
import { forget, keep, readKept } from './storage';

/**
 * The values without the named fields, and without texts in other fields that look like a secret or contain one of
 * the named fields' values.
 */
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

/** Keeps a form's values except its secrets. */
export const keepDraft = (
  identity: string,
  name: string,
  values: object,
  secrets: readonly string[],
): void => keep(identity, name, withoutSecrets(values, secrets));

/** Reads a draft. A draft of an older version may contain texts that look like secrets: they are deleted. */
export function readDraft(identity: string, name: string): unknown {
  const kept = readKept(identity, name);
  const plain = withoutLooks(kept);
  if (plain === undefined) forget(identity, name);
  else if (JSON.stringify(plain) !== JSON.stringify(kept)) keep(identity, name, plain);
  return plain ?? null;
}
