/**
 * Reads and compiles messages on the server: ICU text becomes the small arrays that
 * `use-intl/format-message/format-only` formats, so neither server nor browser parses ICU at run time.
 * Server only (the whole catalogue would go to the browser otherwise).
 */
import compile from 'icu-minify/compile';
import type { Locale } from './locales';
import type { Namespace } from './namespaces';

/** A tree of messages: raw ICU text before compiling, use-intl's compiled form after. */
export type MessageTree = { [key: string]: unknown };

/** Compiles every text of a tree. @throws Error that names the key if a text is not valid ICU */
function compileTree(tree: MessageTree, path = ''): MessageTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => {
      const here = path === '' ? key : `${path}.${key}`;
      if (typeof value === 'object' && value !== null) {
        return [key, compileTree(value as MessageTree, here)];
      }
      if (typeof value !== 'string') throw new Error(`message ${here} is not text`);
      try {
        // Through JSON, since the compiler makes objects without a prototype, which React refuses to send.
        return [key, JSON.parse(JSON.stringify(compile(value))) as unknown];
      } catch (cause) {
        throw new Error(`message ${here} is not valid ICU`, { cause });
      }
    }),
  );
}

const compiled = new Map<string, Promise<MessageTree>>();

async function load(locale: Locale, namespace: Namespace): Promise<MessageTree> {
  const file = (await import(`../../messages/${locale}/${namespace}.json`)) as {
    default: MessageTree;
  };
  return compileTree(file.default, namespace);
}

/** The compiled messages of some namespaces: `{ ui: {…}, shell: {…} }`. Compiled once in each process. */
export async function messages(
  locale: Locale,
  namespaces: readonly Namespace[],
): Promise<MessageTree> {
  const entries = namespaces.map(async (namespace) => {
    const key = `${locale}/${namespace}`;
    let tree = compiled.get(key);
    if (!tree) {
      compiled.set(key, (tree = load(locale, namespace)));
      tree.catch(() => compiled.delete(key));
    }
    return [namespace, await tree] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
