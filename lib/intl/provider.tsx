'use client';
/** Gives messages to client components. Use `<Messages>` of components/parts/shell/messages instead. */
import { use, useMemo, type ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import { loadMessages } from './loaded-messages';
import type { Locale } from './locales';

interface Given {
  /** The URL of the messages' script, from `messageScript`. */
  src: string;
  children: ReactNode;
}

/** The outermost provider, in the root layout. */
export function IntlRoot({ locale, src, children }: Given & { locale: Locale }) {
  return (
    <IntlProvider locale={locale} messages={use(loadMessages(src))} timeZone="Asia/Jakarta">
      {children}
    </IntlProvider>
  );
}

/** Adds namespaces to those of the parents, which a plain nested provider would hide. */
export function IntlMore({ src, children }: Given) {
  const parent = useMessages();
  const locale = useLocale();
  const messages = use(loadMessages(src));
  const merged = useMemo(() => ({ ...parent, ...messages }), [parent, messages]);
  return (
    <IntlProvider locale={locale} messages={merged} timeZone="Asia/Jakarta">
      {children}
    </IntlProvider>
  );
}
