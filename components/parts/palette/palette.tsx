'use client';
import { useState, type ReactNode } from 'react';
import { IntlMore } from '@/lib/intl/provider';
import { ActionWordsAddress } from './action-words';
import { KeysDialog } from './keys-dialog';
import type { Asked } from './palette-button';
import { PaletteDialog } from './palette-dialog';
import type { AnySource } from './source';
import { Sources } from './use-palette-search';

/**
 * The palette and the list of keys. What an entry opens (a question before an action) stays after the palette has
 * closed.
 * @param words address of its messages, which are fetched when it is first opened
 * @param actionWords address of those that actions need, fetched when one is first listed
 * @param sources where it searches; the same array at every render
 */
export function Palette({
  first,
  typedRef,
  words,
  actionWords,
  sources,
}: Pick<Asked, 'first' | 'typedRef'> & {
  words: string;
  actionWords: string;
  sources: readonly AnySource[];
}) {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(first);
  const [then, setThen] = useState<ReactNode>(null);
  const close = (next?: ReactNode) => {
    setShown(null);
    if (next !== undefined) setThen(next);
  };
  return (
    <IntlMore src={words}>
      <ActionWordsAddress value={actionWords}>
        {shown === 'palette' ? (
          <Sources value={sources}>
            <PaletteDialog typedRef={typedRef} onClose={close} onKeys={() => setShown('keys')} />
          </Sources>
        ) : null}
        <KeysDialog open={shown === 'keys'} onClose={() => setShown(null)} />
        {then}
      </ActionWordsAddress>
    </IntlMore>
  );
}
