'use client';
/** Keeps a person's typed values in the browser. Secrets are left out. */
import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useMaybePerson } from '@/lib/query/person';
import { keepDraft, readDraft } from '@/lib/query/drafts';
import { forget } from '@/lib/query/storage';

/** The draft of a form. */
export interface Draft {
  /** True if values of an earlier visit were restored. */
  restored: boolean;
  /** Deletes the draft and restores the defaults. */
  discard: () => void;
  /** Deletes the draft after the form was sent. */
  done: () => void;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of a draft that belong to fields of this form and differ from what the form holds. */
function fittingDraft(
  kept: unknown,
  values: object,
  given: readonly string[],
): [string, unknown][] {
  if (!isObject(kept)) return [];
  const now = new Map<string, unknown>(Object.entries(values));
  return Object.entries(kept).filter(
    ([key, value]) =>
      now.has(key) &&
      !given.includes(key) &&
      JSON.stringify(value) !== JSON.stringify(now.get(key)),
  );
}

/**
 * @param name of the draft, one a form and place: `instance-new:main`; null keeps none
 * @param given fields that a draft doesn't fill
 */
export function useDraft<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  name: string | null,
  secrets: readonly string[],
  given: readonly string[] = [],
): Draft {
  const identity = useMaybePerson()?.identity ?? null;
  const [restored, setRestored] = useState(false);
  const left = secrets.join();
  const firm = given.join();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sent = useRef(false);
  useEffect(() => {
    if (!name || !identity) return;
    let gone = false;
    // Runs after this effect: a draft is read after hydration, and the fields must be registered by then.
    queueMicrotask(() => {
      if (gone) return;
      const fitting = fittingDraft(readDraft(identity, name), form.getValues(), firm.split(','));
      for (const [key, value] of fitting) {
        form.setValue(key as never, value as never, { shouldDirty: true });
      }
      setRestored(fitting.length > 0);
    });
    let late: (() => void) | null = null;
    const keepNow = () => {
      clearTimeout(timer.current);
      if (!sent.current) late?.();
      late = null;
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        clearTimeout(timer.current);
        if (sent.current) return; // what still moves while the page is left is no draft
        late = () => keepDraft(identity, name, values, left.split(','));
        timer.current = setTimeout(keepNow, 400);
      },
    });
    window.addEventListener('pagehide', keepNow); // a reload may come sooner
    return () => {
      gone = true;
      clearTimeout(timer.current);
      window.removeEventListener('pagehide', keepNow);
      stop();
    };
  }, [form, identity, name, left, firm]);
  const drop = () => {
    clearTimeout(timer.current);
    if (name && identity) forget(identity, name);
  };
  const done = () => {
    sent.current = true;
    drop();
  };
  const discard = () => {
    form.reset();
    drop(); // last, since the reset itself is a change that would be kept
    setRestored(false);
  };
  return { restored, discard, done };
}
