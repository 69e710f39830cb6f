'use client';
import { lazyNamed } from '@/components/ui/lazy-named';
import { PaletteButton } from '@/components/parts/palette/palette-button';
import { loadMessages } from '@/lib/intl/loaded-messages';

const PaletteOfAll = lazyNamed(() => import('./palette-of-all'), 'PaletteOfAll');

/** The addresses of the palette's messages, and of those that actions in it need. */
export interface PaletteWords {
  words: string;
  actionWords: string;
}

/** The palette's button; the palette itself, which knows every kind of thing, loads beside the page. */
export function ConsolePalette({ words, actionWords }: PaletteWords) {
  const prepare = () => {
    PaletteOfAll.prepare();
    loadMessages(words).catch(() => {}); // the palette tells of it
  };
  return (
    <PaletteButton prepare={prepare}>
      {(asked) => <PaletteOfAll {...asked} {...{ words, actionWords }} />}
    </PaletteButton>
  );
}
