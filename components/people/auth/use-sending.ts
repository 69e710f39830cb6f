'use client';
import { useRef, useState } from 'react';
import { ProblemError, type Problem } from '@/lib/problem';
import { fetchJson } from '@/lib/session/fetcher';
import { problemFields, type FieldErrors } from './field-errors';

interface Plan {
  /** Route of ours. */
  path: string;
  /** Names of the fields, in their order on the page. */
  names: readonly string[];
  check: (values: Record<string, string>) => FieldErrors;
  /** Where to go when it went well. */
  then: (values: Record<string, string>) => string;
}

/** One form that is sent at a time: checks, sends, and puts errors on their fields and the cursor into the first. */
export function useSending({ path, names, check, then }: Plan) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const inputs = useRef<Record<string, HTMLInputElement | null>>({});
  const show = (found: FieldErrors) => {
    setErrors(found);
    const first = names.find((name) => found[name] !== undefined);
    if (first !== undefined) inputs.current[first]?.focus();
    return first !== undefined;
  };
  const start = async (values: Record<string, string>) => {
    if (busy) return;
    setProblem(null);
    if (show(check(values))) return;
    setBusy(true);
    const refused = await send(path, values);
    if (refused === null) return window.location.assign(then(values));
    setBusy(false);
    const found = problemFields(refused, names);
    if (!show(found) || Object.values(found).includes('refused')) setProblem(refused);
  };
  const keep = (name: string) => (element: HTMLInputElement | null) => {
    inputs.current[name] = element;
  };
  return { busy, problem, errors, start, keep };
}

/** Null when it went well. */
async function send(path: string, json: Record<string, string>): Promise<Problem | null> {
  try {
    await fetchJson(path, { method: 'POST', json });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}
