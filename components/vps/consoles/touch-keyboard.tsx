'use client';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { keysymOf, named } from './keys';
import { filler, typedChange } from './touch-text';
import type { KeyPress } from './vnc';

/** Keys that change no text, by the name that the browser gives them. */
const passing: Record<string, KeyPress> = {
  ArrowLeft: named.Left,
  ArrowRight: named.Right,
  ArrowUp: named.Up,
  ArrowDown: named.Down,
  Escape: named.Esc,
};

interface TouchKeyboardProps {
  field: RefObject<HTMLTextAreaElement | null>;
  send: (press: KeyPress) => void;
}

/**
 * An unseen text field whose focus brings up a phone's keyboard. What the keyboard does to its text goes to
 * the machine as keys.
 */
export function TouchKeyboard({ field, send }: TouchKeyboardProps) {
  const t = useTranslations('consoles');
  const before = useRef(filler);
  const onInput = (area: HTMLTextAreaElement, composing: boolean) => {
    const { back, text } = typedChange(before.current, area.value);
    for (let count = 0; count < back; count += 1) send(named.Backspace);
    for (const char of text) {
      send(char === '\n' ? named.Enter : { keysym: keysymOf(char), code: null });
    }
    before.current = area.value;
    // A composition must not have its text changed under it.
    if (!composing) reset(area);
  };
  const reset = (area: HTMLTextAreaElement) => {
    area.value = filler;
    area.setSelectionRange(filler.length, filler.length);
    before.current = filler;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const press = passing[event.key];
    if (!press) return;
    event.preventDefault();
    send(press);
  };
  return (
    <textarea
      ref={field}
      aria-label={t('touchInput')}
      defaultValue={filler}
      tabIndex={-1}
      rows={1}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      className="pointer-events-none absolute top-0 left-0 h-px w-px resize-none border-0 p-0 text-lg opacity-0"
      onFocus={(event) => reset(event.currentTarget)}
      onInput={(event) => {
        const native = event.nativeEvent;
        onInput(event.currentTarget, native instanceof InputEvent && native.isComposing);
      }}
      onCompositionEnd={(event) => reset(event.currentTarget)}
      onKeyDown={onKeyDown}
    />
  );
}
