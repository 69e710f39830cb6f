'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { keepFocus } from '../pointer';
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

/** The keys that a phone's keyboard lacks, in a row under the terminal that can be scrolled. */
export function KeyRow({
  serial,
  disabledReason,
}: {
  serial: Serial;
  disabledReason: string | null;
}) {
  const t = useTranslations('consoles');
  const { session, ctrl } = serial;
  const common = {
    size: 'sm',
    disabledReason,
    onMouseDown: keepFocus,
    className: 'h-10 min-w-10 shrink-0 !px-1.5',
  } as const;
  const key = (name: NamedKey, label: string = name, words?: string) => (
    <Button key={name} {...common} aria-label={words} onClick={() => session.press(name)}>
      {label}
    </Button>
  );
  return (
    <div
      role="group"
      aria-label={t('touchKeys')}
      tabIndex={-1}
      className="border-line bg-surface flex gap-1 overflow-x-auto border-t p-1 text-xs md:not-pointer-coarse:hidden"
    >
      {plain.map((name) => key(name))}
      <Button
        {...common}
        variant={ctrl ? 'primary' : 'secondary'}
        aria-pressed={ctrl}
        onClick={session.holdCtrl}
      >
        Ctrl
      </Button>
      {arrows.map(([label, name]) => key(name, label, t(`keys.arrow.${label}`)))}
      {characters.map((char) => (
        <Button
          key={char}
          {...common}
          className={`${common.className} font-mono`}
          onClick={() => session.type(char)}
        >
          {char}
        </Button>
      ))}
      {places.map((name) => key(name, placeLabels[name]))}
    </div>
  );
}
