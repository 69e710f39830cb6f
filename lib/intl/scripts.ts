/**
 * The scripts with the messages for the browser, which caches them forever: the URL changes with the text. Server only.
 */
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

/** The URL of the messages of some namespaces. It also stores them for client components on the server. */
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
 * The script at such a URL.
 * @param version as asked for; another version than today's gets today's messages, which must not be cached
 * @returns null if a namespace doesn't exist
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
