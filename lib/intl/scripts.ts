/** The scripts that bring messages to the browser, kept there for good: their address changes with their text. Server only. */
import { createHash } from 'node:crypto';
import { scriptText, storeMessages } from './loaded-messages';
import type { Locale } from './locales';
import { messages, type MessageTree } from './messages';
import type { Namespace } from './namespaces';

const base = '/api/messages';

const addressOf = (locale: string, namespaces: readonly string[]) =>
  `${base}/${locale}/${namespaces.join('+')}`;
const versionOf = (tree: MessageTree) =>
  createHash('sha256').update(JSON.stringify(tree)).digest('hex').slice(0, 12);

const known = new Map<string, Promise<string>>();

async function make(locale: Locale, namespaces: readonly Namespace[]): Promise<string> {
  const tree = await messages(locale, namespaces);
  const src = `${addressOf(locale, namespaces)}?v=${versionOf(tree)}`;
  storeMessages(src, tree);
  return src;
}

/** The address of the messages of some namespaces; from then on client components find them on the server, too. */
export function messageScript(locale: Locale, namespaces: readonly Namespace[]): Promise<string> {
  const key = addressOf(locale, namespaces);
  let src = known.get(key);
  if (!src) {
    src = make(locale, namespaces);
    src.catch(() => known.delete(key));
    known.set(key, src);
  }
  return src;
}

/**
 * What stands at such an address.
 * @param version as asked for; another one than today's is answered with today's messages, and not to be kept
 * @returns null where a namespace doesn't exist
 */
export async function scriptAt(
  locale: Locale,
  namespaces: readonly string[],
  version: string,
): Promise<{ text: string; current: boolean } | null> {
  const tree = await messages(locale, namespaces as readonly Namespace[]).catch(() => null);
  if (!tree) return null;
  const src = `${addressOf(locale, namespaces)}?v=${version}`;
  return { text: scriptText(src, tree), current: version === versionOf(tree) };
}
