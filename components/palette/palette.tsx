'use client';
import { use, useState, type ReactNode } from 'react';
import { useLocale } from 'use-intl';
import { IntlMore } from '@/lib/intl/provider';
import { paletteMessages } from './messages';
import { KeysDialog } from './keys-dialog';
import { PaletteDialog } from './palette-dialog';

/**
 * The palette, or the list of keys; what it leads to (a question before an action) stays when it has closed.
 */
export function Palette({ first }: { first: 'palette' | 'keys' }) {
  const messages = use(paletteMessages(useLocale()));
  const [shown, setShown] = useState<'palette' | 'keys' | null>(first);
  const [then, setThen] = useState<ReactNode>(null);
  const close = (next?: ReactNode) => {
    setShown(null);
    if (next !== undefined) setThen(next);
  };
  return (
    <IntlMore messages={messages}>
      {shown === 'palette' ? (
        <PaletteDialog onClose={close} onKeys={() => setShown('keys')} />
      ) : null}
      <KeysDialog open={shown === 'keys'} onClose={() => setShown(null)} />
      {then}
    </IntlMore>
  );
}
