'use client';
import { useTranslations } from 'use-intl';
import { BarKey, KeyBar } from './key-bar';
import {
  arrows,
  commonChords,
  namedKeys,
  pressChord,
  type Chord,
  type HoldableModifier,
} from './keys';
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

/** The keys under a screen. */
export function TouchKeys({ held, onHold, send, onPressed, disabledReason }: TouchKeysProps) {
  const t = useTranslations('consoles');
  const chord = (one: Chord, name?: string) => (
    <BarKey
      key={one.label}
      disabledReason={disabledReason}
      aria-label={name}
      onClick={() => {
        pressChord(one, send);
        onPressed();
      }}
    >
      {one.label}
    </BarKey>
  );
  return (
    <KeyBar>
      {plain.map((one) => chord(one))}
      {modifiersShown.map((name) => (
        <BarKey
          key={name}
          disabledReason={disabledReason}
          held={held.has(name)}
          onClick={() => onHold(name)}
        >
          {name}
        </BarKey>
      ))}
      {arrows.map((one) => chord(one, t(`keys.arrow.${one.label as '←' | '↑' | '↓' | '→'}`)))}
      {reset.map((one) => chord(one))}
    </KeyBar>
  );
}
