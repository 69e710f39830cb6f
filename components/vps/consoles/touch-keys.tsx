'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import {
  arrows,
  commonChords,
  namedKeys,
  pressChord,
  type Chord,
  type HoldableModifier,
} from './keys';
import { keepFocus } from './pointer';
import type { KeyPress } from './vnc';

const plain: readonly Chord[] = [
  { label: 'Esc', presses: [namedKeys.Esc] },
  { label: 'Tab', presses: [namedKeys.Tab] },
];
const modifiersShown = ['Ctrl', 'Alt'] as const;
const reset = commonChords.filter(({ label }) => label === 'Ctrl+Alt+Del');

interface TouchKeysProps {
  held: ReadonlySet<HoldableModifier>;
  /** Holds a key down for the next key, or releases it. */
  onHold: (name: HoldableModifier) => void;
  send: (press: KeyPress, down?: boolean) => void;
  /** Called after each key: what was held for it is released. */
  onPressed: () => void;
  disabledReason: string | null;
}

/** The keys that a phone's keyboard lacks, in a row under the screen. */
export function TouchKeys({ held, onHold, send, onPressed, disabledReason }: TouchKeysProps) {
  const t = useTranslations('consoles');
  const common = {
    size: 'sm',
    disabledReason,
    onMouseDown: keepFocus,
    className: 'h-10 min-w-7 grow !px-1 whitespace-normal leading-tight',
  } as const;
  const chord = (one: Chord, name?: string) => (
    <Button
      key={one.label}
      {...common}
      aria-label={name}
      onClick={() => {
        pressChord(one, send);
        onPressed();
      }}
    >
      {one.label}
    </Button>
  );
  return (
    <div
      role="group"
      aria-label={t('touchKeys')}
      className="border-line bg-surface flex gap-1 border-t p-1 text-xs md:not-pointer-coarse:hidden"
    >
      {plain.map((one) => chord(one))}
      {modifiersShown.map((name) => (
        <Button
          key={name}
          {...common}
          variant={held.has(name) ? 'primary' : 'secondary'}
          aria-pressed={held.has(name)}
          onClick={() => onHold(name)}
        >
          {name}
        </Button>
      ))}
      {arrows.map((one) => chord(one, t(`keys.arrow.${one.label as '←' | '↑' | '↓' | '→'}`)))}
      {reset.map((one) => chord(one))}
    </div>
  );
}
