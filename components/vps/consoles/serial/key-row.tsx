'use client';
import { useTranslations } from 'use-intl';
import { BarKey, KeyBar } from '../key-bar';
import type { NamedKey } from './terminal';
import type { Serial } from './use-serial';

const plain: readonly NamedKey[] = ['Esc', 'Tab'];
const arrows = [
  ['←', 'Left'],
  ['↑', 'Up'],
  ['↓', 'Down'],
  ['→', 'Right'],
] as const;
const places: readonly NamedKey[] = ['Home', 'End', 'PageUp', 'PageDown'];
const placeLabels: Partial<Record<NamedKey, string>> = { PageUp: 'PgUp', PageDown: 'PgDn' };
/** Characters that stand deep in the keyboards of phones. */
const characters = ['|', '/', '-', '~', '*', '&'];

/** The keys under a terminal. */
export function KeyRow({
  serial,
  disabledReason,
}: {
  serial: Serial;
  disabledReason: string | null;
}) {
  const t = useTranslations('consoles');
  const { session, ctrl } = serial;
  const key = (name: NamedKey, label: string = name, words?: string) => (
    <BarKey
      key={name}
      disabledReason={disabledReason}
      aria-label={words}
      onClick={() => session.press(name)}
    >
      {label}
    </BarKey>
  );
  return (
    <KeyBar>
      {plain.map((name) => key(name))}
      <BarKey disabledReason={disabledReason} held={ctrl} onClick={session.holdCtrl}>
        Ctrl
      </BarKey>
      {arrows.map(([label, name]) => key(name, label, t(`keys.arrow.${label}`)))}
      {characters.map((char) => (
        <BarKey
          key={char}
          disabledReason={disabledReason}
          className="font-mono"
          onClick={() => session.type(char)}
        >
          {char}
        </BarKey>
      ))}
      {places.map((name) => key(name, placeLabels[name]))}
    </KeyBar>
  );
}
