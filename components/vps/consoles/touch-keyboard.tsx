'use client';
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { keysymOf, namedKeys } from './keys';
import { filler, typedChange } from './touch-text';
import type { KeyPress } from './vnc';

/** Keys that change no text, by their `KeyboardEvent.key`. */
const nonTextKeys: Record<string, KeyPress> = {
  ArrowLeft: namedKeys.Left,
  ArrowRight: namedKeys.Right,
  ArrowUp: namedKeys.Up,
  ArrowDown: namedKeys.Down,
  Escape: namedKeys.Esc,
};

interface TouchKeyboardProps {
  field: RefObject<HTMLTextAreaElement | null>;
  send: (press: KeyPress) => void;
  /** Called after keys were sent: what was held down for one key is released. */
  onPressed: () => void;
}

/**
 * An invisible text field. When it has focus, a phone shows its keyboard. Changes of its text are sent to the machine
 * as keys.
 */
export function TouchKeyboard({ field, send, onPressed }: TouchKeyboardProps) {
  const t = useTranslations('consoles');
  const before = useRef(filler);
  const onInput = (area: HTMLTextAreaElement, composing: boolean) => {
    const { backspaces, text } = typedChange(before.current, area.value);
    for (let count = 0; count < backspaces; count += 1) send(namedKeys.Backspace);
    for (const char of text) {
      send(char === '\n' ? namedKeys.Enter : { keysym: keysymOf(char), code: null });
    }
    if (backspaces > 0 || text !== '') onPressed();
    before.current = area.value;
    // Changing the text during a composition would break it.
    if (!composing) reset(area);
  };
  const reset = (area: HTMLTextAreaElement) => {
    area.value = filler;
    area.setSelectionRange(filler.length, filler.length);
    before.current = filler;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const press = nonTextKeys[event.key];
    if (!press) return;
    event.preventDefault();
    send(press);
    onPressed();
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
