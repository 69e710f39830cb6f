'use client';
import type { ReactNode, SubmitEvent } from 'react';

interface AuthFormProps {
  onSend: (data: FormData) => void;
  label: string;
  hidden?: boolean;
  children: ReactNode;
}

/**
 * A form whose values never reach a URL. Once the page is hydrated, `onSubmit` sends it and the fields keep what was
 * typed. React keeps an earlier submit (`action`) and sends it after hydration.
 */
export function AuthForm({ onSend, label, hidden, children }: AuthFormProps) {
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault(); // so that React doesn't run `action` too, which would empty the fields
    onSend(new FormData(event.currentTarget));
  };
  return (
    <form
      action={onSend}
      onSubmit={submit}
      noValidate
      aria-label={label}
      hidden={hidden}
      className="flex flex-col gap-4 [&[hidden]]:hidden"
    >
      {children}
    </form>
  );
}

/** The text of a field; empty if there is none. */
export function fieldText(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
