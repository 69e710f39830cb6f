'use client';
import { useRef, useState } from 'react';
import { type Problem, isProblem } from '@/lib/problem';
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

/** Null when it went well. Never throws. */
async function send(path: string, body: Record<string, string>): Promise<Problem | null> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (answer.ok) {
      await answer.text(); // a body left unread keeps its connection
      return null;
    }
    const said: unknown = await answer.json().catch(() => null);
    if (isProblem(said)) return said;
    return { code: 'internal', status: answer.status, message: 'The console said nothing of use.' };
  } catch {
    return { code: 'backend_unreachable', status: 0, message: 'The console could not be reached.' };
  }
}
