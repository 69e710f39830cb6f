'use client';
/** Gives messages to client components. Use `<Messages>` of components/shell/messages instead. */
import { use, useMemo, type ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import { messagesAt } from './arrived';
import type { Locale } from './locales';
import type { MessageTree } from './messages';

interface Given {
  /** The script that brings the messages, as `messageScript` gives it. */
  src: string;
  children: ReactNode;
}

/** The messages of a script; waits for it where it hasn't come yet. */
function useArrived(src: string): MessageTree {
  const found = messagesAt(src);
  return found instanceof Promise ? use(found) : found;
}

/** The outermost provider, in the root layout. */
export function IntlRoot({ locale, src, children }: Given & { locale: Locale }) {
  return (
    <IntlProvider locale={locale} messages={useArrived(src)} timeZone="Asia/Jakarta">
      {children}
    </IntlProvider>
  );
}

/** Adds namespaces to those of the parents; a plain nested provider would hide them. */
export function IntlMore({ src, children }: Given) {
  const parent = useMessages();
  const locale = useLocale();
  const messages = useArrived(src);
  const merged = useMemo(() => ({ ...parent, ...messages }), [parent, messages]);
  return (
    <IntlProvider locale={locale} messages={merged} timeZone="Asia/Jakarta">
      {children}
    </IntlProvider>
  );
}
