'use client';
import { useRef, useState } from 'react';
import { ProblemError, type Problem } from '@/lib/problem';
import { fetchJson } from '@/lib/session/fetcher';
import { problemFields, type FieldErrors } from './field-errors';

interface FormPlan {
  /** The path of our route that receives the form. */
  path: string;
  /** The names of the fields, in their order on the page. */
  names: readonly string[];
  check: (values: Record<string, string>) => FieldErrors;
  /** The path to open after success. */
  pathAfter: (values: Record<string, string>) => string;
}

/** Checks and sends a form, once at a time. Shows each error at its field and focuses the first wrong field. */
export function useSending({ path, names, check, pathAfter }: FormPlan) {
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
    if (refused === null) return window.location.assign(pathAfter(values));
    setBusy(false);
    const found = problemFields(refused, names);
    if (!show(found) || Object.values(found).includes('refused')) setProblem(refused);
  };
  const inputRef = (name: string) => (element: HTMLInputElement | null) => {
    inputs.current[name] = element;
  };
  return { busy, problem, errors, start, inputRef };
}

/** Sends the form. Returns null after success. */
async function send(path: string, json: Record<string, string>): Promise<Problem | null> {
  try {
    await fetchJson(path, { method: 'POST', json });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
}
