'use client';
/** Gives messages to client components. Use `<Messages>` of components/shell/messages instead. */
import { useMemo, type ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import type { Locale } from './locales';
import type { MessageTree } from './messages';

interface Given {
  messages: MessageTree;
  children: ReactNode;
}

/** The outermost provider, in the root layout. */
export function IntlRoot({ locale, messages, children }: Given & { locale: Locale }) {
  return (
    <IntlProvider locale={locale} messages={messages} timeZone="Asia/Jakarta">
      {children}
    </IntlProvider>
  );
}

/** Adds namespaces to those of the parents; a plain nested provider would hide them. */
export function IntlMore({ messages, children }: Given) {
  const parent = useMessages();
  const locale = useLocale();
  const merged = useMemo(() => ({ ...parent, ...messages }), [parent, messages]);
  return (
    <IntlProvider locale={locale} messages={merged} timeZone="Asia/Jakarta">
      {children}
    </IntlProvider>
  );
}
