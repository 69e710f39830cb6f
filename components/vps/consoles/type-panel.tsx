'use client';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Select } from '@/components/ui/select';
import { TextArea } from '@/components/ui/text-area';
import { isLayout, layoutIds, type LayoutId } from './layouts';
import { charName, maxCharacters, planTyping, rate, typeStrokes, type Stroke } from './typing';
import type { KeyPress, Screen } from './vnc';
import { usePerson } from '@/lib/query/person';
import { keep, readKept } from '@/lib/query/storage';

type Typing =
  | { phase: 'idle' }
  | { phase: 'typing'; done: number; total: number }
  | { phase: 'done' | 'stopped' | 'lost'; count: number };

/** Types strokes on a screen. It stops when the screen changes or the panel closes. */
function useTyping(screen: Screen | null) {
  const [typing, setTyping] = useState<Typing>({ phase: 'idle' });
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort('lost'), [screen]);
  const start = async (strokes: readonly Stroke[]) => {
    if (!screen) return;
    const stop = new AbortController();
    abort.current = stop;
    const total = strokes.length;
    setTyping({ phase: 'typing', done: 0, total });
    const send = (press: KeyPress, down: boolean) => screen.key(press, down);
    const count = await typeStrokes(strokes, send, {
      signal: stop.signal,
      onProgress: (done) => setTyping({ phase: 'typing', done, total }),
    });
    const why = stop.signal.reason === 'lost' ? 'lost' : 'stopped';
    setTyping({ phase: count === total ? 'done' : why, count });
  };
  return { typing, start, cancel: () => abort.current?.abort('stopped') };
}

interface TypePanelProps {
  screen: Screen | null;
  instance: string;
  disabledReason: string | null;
}

/** Types a text into the machine, because most guests share no clipboard. */
export function TypePanel({ screen, instance, disabledReason }: TypePanelProps) {
  const t = useTranslations('consoles');
  const [text, setText] = useState('');
  const [layout, setLayout] = useStoredChoice<LayoutId>(
    `console-layout-${instance}`,
    isLayout,
    'text',
  );
  const { typing, start, cancel } = useTyping(screen);
  const plan = planTyping(text, layout);
  const busy = typing.phase === 'typing';
  const characters = list(plan.unsupported);
  const blocked =
    disabledReason ??
    (text === '' ? t('typing.empty') : null) ??
    (characters === '' ? null : t('typing.unsupported', { characters }));
  return (
    <>
      <TextArea
        mono
        rows={6}
        label={t('typing.label')}
        hint={t('typing.hint', { rate })}
        value={text}
        maxLength={maxCharacters}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoFocus
        readOnly={busy}
        onChange={(event) => setText(event.target.value)}
      />
      <LayoutField value={layout} onChange={setLayout} />
      <CharacterWarnings {...plan} />
      {busy ? (
        <Progress {...typing} />
      ) : text === '' ? null : (
        <p className="text-muted text-sm">
          {t('typing.amount', {
            count: plan.strokes.length,
            seconds: Math.max(1, Math.ceil(plan.strokes.length / rate)),
          })}
        </p>
      )}
      {/* One button starts and cancels, so that it keeps focus. */}
      <Button
        className="self-start"
        variant={busy ? 'secondary' : 'primary'}
        disabledReason={busy ? null : blocked}
        onClick={() => (busy ? cancel() : void start(plan.strokes))}
      >
        {t(busy ? 'typing.cancel' : 'typing.start')}
      </Button>
      <p role="status" className="text-sm">
        {typing.phase === 'idle' || busy
          ? ''
          : t(`typing.${typing.phase}`, { count: typing.count })}
      </p>
    </>
  );
}

const list = (characters: readonly string[]) => characters.slice(0, 20).map(charName).join(' ');

/** Asks for the keyboard layout that the machine uses. */
function LayoutField({ value, onChange }: { value: LayoutId; onChange: (id: LayoutId) => void }) {
  const t = useTranslations('consoles');
  return (
    <Select
      label={t('typing.layout')}
      hint={t(`typing.layoutHints.${value === 'text' ? 'text' : 'keyboard'}`)}
      value={value}
      onChange={(event) => isLayout(event.target.value) && onChange(event.target.value)}
    >
      {layoutIds.map((id) => (
        <option key={id} value={id}>
          {t(`typing.layouts.${id}`)}
        </option>
      ))}
    </Select>
  );
}

/** Warns about characters that can't be typed or that may come out wrong. */
function CharacterWarnings({ unsupported, doubtful }: ReturnType<typeof planTyping>) {
  const t = useTranslations('consoles');
  return (
    <>
      {unsupported.length > 0 ? (
        <Callout
          tone="danger"
          role="status"
          title={t('typing.unsupported', { characters: list(unsupported) })}
        >
          <p>{t('typing.unsupportedText', { count: unsupported.length })}</p>
        </Callout>
      ) : null}
      {doubtful.length > 0 ? (
        <Callout tone="warn">
          <p>{t('typing.doubtful', { characters: list(doubtful) })}</p>
        </Callout>
      ) : null}
    </>
  );
}

function Progress({ done, total }: { done: number; total: number }) {
  const t = useTranslations('consoles');
  return (
    <div className="flex flex-col gap-1.5">
      <ProgressBar label={t('typing.title')} value={(done / Math.max(1, total)) * 100} />
      <p className="text-muted tabular text-sm">{t('typing.progress', { done, total })}</p>
    </div>
  );
}

/** A choice that the browser stores for this person. Use it only in parts that never render on the server. */
function useStoredChoice<T>(
  name: string,
  valid: (value: unknown) => value is T,
  otherwise: T,
): [value: T, set: (value: T) => void] {
  const { identity } = usePerson();
  const [value, setValue] = useState<T>(() => {
    const kept = readKept(identity, name);
    return valid(kept) ? kept : otherwise;
  });
  const set = (next: T) => {
    setValue(next);
    keep(identity, name, next);
  };
  return [value, set];
}
