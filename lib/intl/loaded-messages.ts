/**
 * Messages by the address of the script that brings them. On the server they are put here when a page names them, so
 * that its client components render at once; in the browser the script puts them here, once for all pages. A page's
 * HTML and its navigations then hold an address in place of the messages.
 */
import type { MessageTree } from './messages';

const store = globalThis as { nusaMessages?: Record<string, MessageTree | undefined> };

/** Puts messages where client components look for them. */
export function storeMessages(src: string, tree: MessageTree): void {
  (store.nusaMessages ??= {})[src] = tree;
}

/** The script's text: does in the browser what `arrive` does on the server. */
export function scriptText(src: string, tree: MessageTree): string {
  return `(self.nusaMessages??={})[${JSON.stringify(src)}]=${JSON.stringify(tree)};`;
}

const asked = new Map<string, Promise<MessageTree>>();
/** Milliseconds after which a script that the page's HTML asked for is asked for again: it may have failed unseen. */
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
      script.remove(); // else it would be waited for the next time
      if (fresh) reject(new Error(`the messages at ${src} did not come`));
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

/** A promise that React's `use` needn't wait for: it reads the value off it. */
const here = (tree: MessageTree): Promise<MessageTree> =>
  Object.assign(Promise.resolve(tree), { status: 'fulfilled', value: tree });

/**
 * The same promise every time, as `use` asks: a value in its place the second time would be another kind of render.
 * One that failed is forgotten.
 */
export function loadMessages(src: string): Promise<MessageTree> {
  const held = asked.get(src);
  if (held) return held;
  const tree = store.nusaMessages?.[src];
  const coming = tree ? here(tree) : load(src, false);
  coming.catch(() => asked.delete(src));
  asked.set(src, coming);
  return coming;
}
