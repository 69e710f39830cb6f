'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import {
  arrows,
  commonChords,
  functionKeys,
  pressChord,
  holdableModifiers,
  sysRq,
  sysRqLetters,
  textConsoles,
  type Chord,
  type HoldableModifier,
} from './keys';
import { keepFocus } from './pointer';
import type { KeyPress } from './vnc';

interface KeysPanelProps {
  /** Keys that the panel holds down. */
  held: ReadonlySet<HoldableModifier>;
  onHold: (name: HoldableModifier) => void;
  send: (press: KeyPress, down: boolean) => void;
  disabledReason: string | null;
}

interface GroupProps {
  title: string;
  hint?: string;
  columns: string;
  children: ReactNode;
}

function Group({ title, hint, columns, children }: GroupProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-1.5">
      <h3 className="text-muted text-sm">{title}</h3>
      <div className={cx('grid gap-1.5', columns)}>{children}</div>
      {hint ? <p className="text-faint text-xs">{hint}</p> : null}
    </section>
  );
}

/** Buttons for keys that the browser or the system catches. Clicking one leaves focus on the screen. */
export function KeysPanel({ held, onHold, send, disabledReason }: KeysPanelProps) {
  const t = useTranslations('consoles');
  const button = (chord: Chord, label: ReactNode = chord.label, name?: string) => (
    <Button
      key={chord.label}
      size="sm"
      className="w-full !px-1"
      aria-label={name}
      disabledReason={disabledReason}
      onMouseDown={keepFocus}
      onClick={() => pressChord(chord, send)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <p className="text-muted text-sm">{t('keys.text')}</p>
      <Group title={t('keys.common')} columns="grid-cols-2">
        {commonChords.map((chord) => button(chord))}
      </Group>
      <Group title={t('keys.hold')} hint={t('keys.holdHint')} columns="grid-cols-3">
        {holdableModifiers.map((name) => (
          <Button
            key={name}
            size="sm"
            variant={held.has(name) ? 'primary' : 'secondary'}
            className="w-full"
            aria-pressed={held.has(name)}
            disabledReason={disabledReason}
            onMouseDown={keepFocus}
            onClick={() => onHold(name)}
          >
            {name}
          </Button>
        ))}
      </Group>
      <Group title={t('keys.arrows')} columns="grid-cols-4">
        {arrows.map((chord) =>
          button(chord, chord.label, t(`keys.arrow.${chord.label as '←' | '↑' | '↓' | '→'}`)),
        )}
      </Group>
      <Group title={t('keys.functionKeys')} columns="grid-cols-4">
        {functionKeys.map((chord) => button(chord))}
      </Group>
      <Group title={t('keys.textConsoles')} columns="grid-cols-2">
        {textConsoles.map((chord) => button(chord))}
      </Group>
      <Group title={t('keys.sysRq')} hint={t('keys.sysRqHint')} columns="grid-cols-1">
        {sysRqLetters.map((char) =>
          button(
            sysRq(char),
            <span className="flex w-full justify-between gap-2 px-1 font-normal">
              <span>{t(`keys.letters.${char}`)}</span>
              <span className="text-faint">SysRq+{char.toUpperCase()}</span>
            </span>,
          ),
        )}
      </Group>
    </>
  );
}
