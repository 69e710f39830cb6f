'use client';
import { lazyNamed } from '@/components/ui/lazy-named';
import { PaletteButton } from '@/components/parts/palette/palette-button';

const load = () => import('./palette-of-all');
const PaletteOfAll = lazyNamed(load, 'PaletteOfAll');

/**
 * The palette's button. The palette itself imports the sources of every resource, so it loads only when it is
 * opened.
 */
export function ConsolePalette({ words }: { words: string }) {
  return (
    <PaletteButton prepare={() => void load()}>
      {(first) => <PaletteOfAll first={first} words={words} />}
    </PaletteButton>
  );
}
