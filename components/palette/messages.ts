/** The words that the palette needs and no page ships: fetched when it is first opened. */
import type { Locale } from '@/lib/intl/locales';
import type { MessageTree } from '@/lib/intl/messages';
import type { Namespace } from '@/lib/intl/namespaces';

export const paletteNamespaces = [
  'palette',
  'machines',
  'instances',
] as const satisfies readonly Namespace[];

export const paletteMessagesUrl = (locale: Locale) => `/api/palette/messages?locale=${locale}`;

const loaded = new Map<Locale, Promise<MessageTree>>();

/** The same promise every time, as `use` asks; one that failed is forgotten, so that the next opening tries again. */
export function paletteMessages(locale: Locale): Promise<MessageTree> {
  const held = loaded.get(locale);
  if (held) return held;
  const asked = fetch(paletteMessagesUrl(locale)).then(async (answer) => {
    if (!answer.ok) throw new Error(`the palette's words: ${answer.status}`);
    return (await answer.json()) as MessageTree;
  });
  asked.catch(() => loaded.delete(locale));
  loaded.set(locale, asked);
  return asked;
}
