import type { ReactNode } from 'react';
import type { Namespace } from '@/lib/intl/namespaces';
import { IntlMore } from '@/lib/intl/provider';
import { sendMessages } from '@/lib/next/intl';

/**
 * Gives the client components inside it the messages of `namespaces`, besides those of the layouts above (`ui`,
 * `shell`, `problems` and `actions` are always there). A server component.
 */
export async function Messages({
  namespaces,
  children,
}: {
  namespaces: readonly Namespace[];
  children: ReactNode;
}) {
  return <IntlMore src={await sendMessages(namespaces)}>{children}</IntlMore>;
}
