'use client';
import { Combobox, ComboboxProvider, useComboboxContext } from '@ariakit/react/combobox';
import { useStoreState } from '@ariakit/react/store';
import { ChevronLeft, Search } from 'lucide-react';
import {
  Suspense,
  useEffect,
  useLayoutEffect,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { usePerson } from '@/lib/query/person';
import { paletteLooks, shownModal } from './early-field';
import type { Entry, Step } from './entry';
import { FirstList } from './first-list';
import { useCommandKey } from './keys';
import { hasArrow, List, pressArrow, type ShownBy } from './list';
import { noteRecent } from './recent';

export interface PaletteDialogProps {
  /** What was typed before the palette was there. It is taken from it. */
  typedRef: RefObject<string>;
  /** `then` is rendered after the palette has closed. */
  onClose: (then?: ReactNode) => void;
  onKeys: () => void;
}

type Typed = Step & { typed: string };

/** The state of the palette: text, current list, and what choosing an entry does. */
function useSteps(onClose: PaletteDialogProps['onClose']) {
  const { identity } = usePerson();
  const [q, setQ] = useState('');
  const [step, setStep] = useState<Typed | null>(null);
  const [filled, setFilled] = useState<string | null>(null);
  const back = () => {
    setQ(step?.typed ?? '');
    setStep(null);
  };
  const remember = ({ id, label, name, detail, href, scope }: Entry) => {
    if (href === undefined || scope === undefined) return;
    noteRecent(identity, {
      id: id.replace(/^recent\//, ''),
      label: name ?? label,
      detail: detail ?? '',
      href,
      scope,
    });
  };
  const showStep = (entry: Entry) => {
    if (!entry.step) return;
    setStep({ ...entry.step, typed: q });
    setQ('');
  };
  const choose = (entry: Entry) => {
    if (entry.reason) {
      if (entry.onBlocked) onClose();
      return entry.onBlocked?.();
    }
    if (entry.fill !== undefined) {
      setFilled(`${entry.fill} `);
      return setQ(`${entry.fill} `);
    }
    if (entry.step && entry.href === undefined) return showStep(entry);
    remember(entry);
    onClose(entry.then);
    entry.run?.();
  };
  const openInNewTab = (entry: Entry) => {
    if (!entry.href || entry.reason) return;
    remember(entry);
    onClose();
    window.open(entry.href, '_blank', 'noopener');
  };
  return {
    q,
    setQ,
    filled: q === filled,
    step,
    back,
    show: { q, onChoose: choose, onStep: showStep, onOpenInNewTab: openInNewTab },
  };
}

/** The palette: one field and a list of pages, things and commands. */
export function PaletteDialog({ typedRef, onClose, onKeys }: PaletteDialogProps) {
  const t = useTranslations('palette');
  const { q, setQ, filled, step, back, show } = useSteps(onClose);
  useLayoutEffect(() => {
    setQ(typedRef.current);
    typedRef.current = '';
  }, [typedRef, setQ]);
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault(); // the keys below decide
    if (step) back();
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      onClose();
    }
    if (!step || q !== '' || !/^(Backspace|ArrowLeft)$/.test(event.key) || isHeld(event)) return;
    event.preventDefault();
    back();
  };
  const beside = (event: MouseEvent) => {
    if (event.target === event.currentTarget) onClose();
  };
  return (
    <dialog
      ref={shownModal}
      aria-label={t('title')}
      onCancel={cancel}
      onMouseDown={beside}
      className={paletteLooks.frame}
    >
      <ComboboxProvider
        open
        setOpen={() => {}}
        value={q}
        setValue={setQ}
        focusLoop
        includesBaseElement={false}
        resetValueOnHide={false}
      >
        <div className={paletteLooks.line}>
          <Lead step={step} onBack={back} />
          <Field
            label={step ? t('stepLabel', { name: step.title }) : t('label')}
            placeholder={step ? t('stepHint') : t('hint')}
            onKeyDown={onKeyDown}
            filled={filled}
          />
        </div>
        {step ? (
          <Step key={step.id} step={step} {...show} />
        ) : (
          <FirstList onKeys={onKeys} {...show} />
        )}
        <Hints step={step !== null} />
      </ComboboxProvider>
    </dialog>
  );
}

const isHeld = (event: KeyboardEvent) =>
  event.shiftKey || event.altKey || event.ctrlKey || event.metaKey;

/** The field. At its end, → shows the actions of the active line. */
function Field({
  label,
  placeholder,
  onKeyDown,
  filled,
}: {
  label: string;
  placeholder: string;
  /** Its text was chosen in the list, not typed. */
  filled: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const list = useComboboxContext();
  // Lines come and go while the text that was chosen is searched. Ariakit may keep one that went as the active one.
  const lines = useStoreState(list, (state) =>
    filled && !state?.renderedItems.some(({ id }) => id === state.activeId)
      ? state?.renderedItems
      : undefined,
  );
  useEffect(() => {
    if (lines?.length) list?.move(list.first());
  }, [lines, list]);
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { selectionStart, value } = event.currentTarget;
    if (event.key === 'ArrowRight' && !isHeld(event) && selectionStart === value.length) {
      const { activeId } = list?.getState() ?? {};
      if (pressArrow(list?.item(activeId)?.element)) event.preventDefault();
    }
    onKeyDown(event);
  };
  return (
    <Combobox
      autoSelect="always"
      aria-label={label}
      placeholder={placeholder}
      onKeyDown={keyDown}
      autoComplete="list"
      spellCheck={false}
      className={paletteLooks.field}
    />
  );
}

/** Before the field: the search icon, or the list's title and a button back. */
function Lead({ step, onBack }: { step: Step | null; onBack: () => void }) {
  const t = useTranslations('palette');
  if (!step) return <Search aria-hidden className={paletteLooks.icon} />;
  return (
    <>
      <IconButton size="sm" label={t('back')} icon={<ChevronLeft aria-hidden />} onClick={onBack} />{' '}
      <span className="bg-sunken max-w-40 truncate rounded px-1.5 py-0.5 text-sm font-medium">
        {step.title}
      </span>
    </>
  );
}

function Step({ step, ...show }: ShownBy & { step: Step }) {
  const t = useTranslations('shell');
  const loading = <p className="text-faint px-4 py-3 text-sm">{t('loading')}</p>;
  return (
    <Suspense fallback={<List groups={[]} {...show} waiting notes={loading} />}>
      {step.view(
        (groups) => (
          <List groups={groups} {...show} />
        ),
        true,
      )}
    </Suspense>
  );
}

/** Which keys do what with the active line, at the foot. What it doesn't have leaves its room empty, so that nothing moves. */
function Hints({ step }: { step: boolean }) {
  const t = useTranslations('palette');
  const command = useCommandKey();
  const list = useComboboxContext();
  const lineOf = (activeId: string | null | undefined) => list?.item(activeId)?.element;
  const opens = useStoreState(list, (state) => lineOf(state?.activeId)?.matches('a') ?? false);
  const acts = useStoreState(list, (state) => hasArrow(lineOf(state?.activeId)));
  const hints = [
    { keys: ['↑', '↓'], words: t('move') },
    { keys: ['Enter'], words: t('choose') },
    step ? { keys: ['←', 'Esc'], words: t('back') } : { keys: ['Esc'], words: t('close') },
    ...(step ? [] : [{ keys: ['→'], words: t('actions'), off: !acts }]),
    { keys: [command ? '⌘' : 'Ctrl', 'Enter'], words: t('newTab'), off: !opens },
  ];
  return (
    <div
      aria-hidden
      className="border-line text-faint flex flex-wrap gap-x-4 gap-y-1 border-t px-3 py-1.5 text-xs max-sm:hidden"
    >
      {hints.map(({ keys, words, off = false }) => (
        <span key={words} className={cx('flex items-center gap-1', off && 'invisible')}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {words}
        </span>
      ))}
    </div>
  );
}
