'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { AllMessages } from '@/lib/intl/namespaces';
import { ProblemError, type Problem } from '@/lib/problem';

type Code = keyof AllMessages['account']['codes'];

/**
 * A small form about keys: one submit at a time, errors on their fields, the page's data read again after it.
 * @param optional those of `names` that may stay empty
 */
export function useKeyForm(
  names: readonly string[],
  run: (values: Record<string, string>) => Promise<void>,
  optional: readonly string[] = [],
) {
  const t = useTranslations('account.codes');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const inputs = useRef<Record<string, HTMLInputElement | null>>({});
  const [wrong, setWrong] = useState<Readonly<Record<string, 'required' | 'invalid'>>>({});
  const refused = (error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    setProblem(error.problem);
    const first = names.find((name) => error.problem.fields?.[name]);
    if (first) inputs.current[first]?.focus();
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries(
      names.map((name) => [name, String(data.get(name) ?? '').trim()]),
    );
    const faults = names.flatMap((name): [string, 'required' | 'invalid'][] => {
      if (inputs.current[name]?.validity.badInput) return [[name, 'invalid']]; // half a date counts as empty
      return values[name] === '' && !optional.includes(name) ? [[name, 'required']] : [];
    });
    setWrong(Object.fromEntries(faults));
    setProblem(null);
    if (faults[0]) return inputs.current[faults[0][0]]?.focus();
    setBusy(true);
    try {
      await run(values);
      router.refresh();
    } catch (error) {
      refused(error);
    } finally {
      setBusy(false);
    }
  };
  const words = (name: string): string | null => {
    const said = wrong[name] ?? problem?.fields?.[name]?.[0];
    if (said === undefined) return null;
    return t.has(said as Code) ? t(said as Code) : said;
  };
  const field = (name: string) => ({
    name,
    error: words(name),
    ref: (element: HTMLInputElement | null) => {
      inputs.current[name] = element;
      // Where `showModal` puts the cursor; React's `autoFocus` comes too early for that.
      if (element && name === names[0]) element.autofocus = true;
    },
  });
  /** What no field shows. */
  const loose = problem && !names.some((name) => problem.fields?.[name]) ? problem : null;
  return { busy, submit, field, problem: loose };
}
