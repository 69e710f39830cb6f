'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { AllMessages } from '@/lib/intl/namespaces';
import { ProblemError, type Problem } from '@/lib/problem';

type Code = keyof AllMessages['account']['codes'];

/** A small form about keys: one submit at a time, errors on their fields, the page's data read again after it. */
export function useKeyForm(
  names: readonly string[],
  run: (values: Record<string, string>) => Promise<void>,
) {
  const t = useTranslations('account.codes');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const inputs = useRef<Record<string, HTMLInputElement | null>>({});
  const [missing, setMissing] = useState<readonly string[]>([]);
  const refused = (error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    setProblem(error.problem);
    const wrong = names.find((name) => error.problem.fields?.[name]);
    if (wrong) inputs.current[wrong]?.focus();
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    const data = new FormData(event.currentTarget);
    const values = Object.fromEntries(
      names.map((name) => [name, String(data.get(name) ?? '').trim()]),
    );
    const empty = names.filter((name) => values[name] === '');
    setMissing(empty);
    setProblem(null);
    if (empty[0] !== undefined) return inputs.current[empty[0]]?.focus();
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
    const said = missing.includes(name) ? 'required' : problem?.fields?.[name]?.[0];
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
