/**
 * The loaded messages, by the URL of their script. On the server they are stored when a page names them, so that its
 * client components render at once. In the browser the script stores them, once for all pages. So a page's HTML and its
 * navigations hold a URL instead of the messages.
 */
import { loadError } from '@/lib/load-error';
import type { MessageTree } from './messages';

const store = globalThis as { nusaMessages?: Record<string, MessageTree | undefined> };

/** Stores messages where client components look for them. */
export function storeMessages(src: string, tree: MessageTree): void {
  (store.nusaMessages ??= {})[src] = tree;
}

/** The text of the script, which does in the browser what `storeMessages` does on the server. */
export function scriptText(src: string, tree: MessageTree): string {
  return `(self.nusaMessages??={})[${JSON.stringify(src)}]=${JSON.stringify(tree)};`;
}

const asked = new Map<string, Promise<MessageTree>>();
/** Milliseconds until a script of the page's HTML is requested again: it may have failed unnoticed. */
const retryAfter = 5_000;

function load(src: string, fresh: boolean): Promise<MessageTree> {
  return new Promise((resolve, reject) => {
    const there = fresh
      ? null
      : [...document.scripts].find((script) => script.getAttribute('src') === src);
    const script = there ?? document.createElement('script');
    const timer = setTimeout(() => again(), retryAfter);
    const again = () => {
      clearTimeout(timer);
      script.remove(); // else the next call would wait for it
      if (fresh) reject(loadError(`the messages at ${src} did not come`));
      else resolve(load(src, true));
    };
    script.addEventListener('error', again);
    script.addEventListener('load', () => {
      const tree = store.nusaMessages?.[src];
      if (!tree) return again();
      clearTimeout(timer);
      resolve(tree);
    });
    if (there) return;
    script.src = src;
    script.async = true;
    document.head.append(script);
  });
}

/** A promise whose value React's `use` reads without waiting. */
const here = (tree: MessageTree): Promise<MessageTree> =>
  Object.assign(Promise.resolve(tree), { status: 'fulfilled', value: tree });

/** Returns the same promise every time, as `use` requires. A failed one is forgotten. */
export function loadMessages(src: string): Promise<MessageTree> {
  const held = asked.get(src);
  if (held) return held;
  const tree = store.nusaMessages?.[src];
  const coming = tree ? here(tree) : load(src, false);
  coming.catch(() => asked.delete(src));
  asked.set(src, coming);
  return coming;
}
