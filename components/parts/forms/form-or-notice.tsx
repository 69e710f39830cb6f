'use client';
import { useState, type ReactNode } from 'react';

interface Given {
  /** Stands in the place of the form where it can't be used; null where it can. */
  notice: ReactNode;
  /** The form; null with a `notice`. */
  children: ReactNode;
}

/**
 * Shows a form, or why there is none. A form that is open stays when the server renders its page again, even if it could
 * not be opened now: it holds what was typed, why it was refused, and what is shown once.
 */
export function FormOrNotice({ notice, children }: Given) {
  const [form, setForm] = useState(notice === null ? children : null);
  if (notice === null && form !== children) setForm(children);
  return form ?? notice;
}
