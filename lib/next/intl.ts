/** The language of the current request, for server components. */
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { preinit } from 'react-dom';
import { createTranslator } from 'use-intl/core';
import { localeCookie, negotiateLocale, type Locale } from '@/lib/intl/locales';
import { messages, type MessageTree } from '@/lib/intl/messages';
import type { AllMessages, Namespace } from '@/lib/intl/namespaces';
import { messageScript } from '@/lib/intl/scripts';

/** The language of the answer. */
export const locale = cache(async (): Promise<Locale> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return negotiateLocale(jar.get(localeCookie)?.value, head.get('accept-language'));
});

const make = <N extends Namespace>(language: Locale, tree: MessageTree, namespace: N) =>
  createTranslator<AllMessages, N>({
    locale: language,
    messages: tree as unknown as AllMessages,
    namespace,
    timeZone: 'Asia/Jakarta',
  });

const made = new Map<string, unknown>();

/** Like `translator`, in a language that the page chooses, for text that a person sends to somebody else. */
export async function translatorIn<N extends Namespace>(
  language: Locale,
  namespace: N,
): Promise<ReturnType<typeof make<N>>> {
  const key = `${language}/${namespace}`;
  if (!made.has(key)) {
    made.set(key, make(language, await messages(language, [namespace]), namespace));
  }
  return made.get(key) as ReturnType<typeof make<N>>;
}

/**
 * `const t = await translator('instances')`, then `t('title')`, like `useTranslations` on the client. Each process
 * keeps one for each language and namespace, since a page asks for several dozen.
 */
export const translator = async <N extends Namespace>(namespace: N) =>
  translatorIn(await locale(), namespace);

/** The URL of the messages of `namespaces`, for parts that the browser loads later. */
export async function messagesAddress(namespaces: readonly Namespace[]): Promise<string> {
  return messageScript(await locale(), namespaces);
}

/** Has the browser load the messages of `namespaces` beside the page. @returns the URL for the providers of lib/intl */
export async function sendMessages(namespaces: readonly Namespace[]): Promise<string> {
  const [src, head] = await Promise.all([messagesAddress(namespaces), headers()]);
  preinit(src, { as: 'script', nonce: head.get('x-nonce') ?? undefined });
  return src;
}
