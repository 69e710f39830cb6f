'use client';
import { useState, type ReactNode } from 'react';
import { IntlMore } from '@/lib/intl/provider';
import { KeysDialog } from './keys-dialog';
import { PaletteDialog } from './palette-dialog';

/**
 * The palette, or the list of keys; what it leads to (a question before an action) stays when it has closed.
 * `words` is the address of its messages, which no page ships: they are fetched when it is first opened.
 */
export function Palette({ first, words }: { first: 'palette' | 'keys'; words: string }) {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(first);
  const [then, setThen] = useState<ReactNode>(null);
  const close = (next?: ReactNode) => {
    setShown(null);
    if (next !== undefined) setThen(next);
  };
  return (
    <IntlMore src={words}>
      {shown === 'palette' ? (
        <PaletteDialog onClose={close} onKeys={() => setShown('keys')} />
      ) : null}
      <KeysDialog open={shown === 'keys'} onClose={() => setShown(null)} />
      {then}
    </IntlMore>
  );
}
