'use client';
import { Suspense, type ReactNode } from 'react';
import type { FieldPath, FieldValues, PathValue } from 'react-hook-form';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { readLine } from '@/lib/contract/reading/text';

const IconField = lazyNamed(() => import('../icons/icon-field'), 'IconField');

/** The values of an organization or project that a person gives; the icon is a data URI, empty for none. */
export interface NameValues extends FieldValues {
  name: string;
  icon: string;
}

/** The part of a call's body: an icon that wasn't chosen isn't sent. */
export const nameBody = ({ name, icon }: NameValues) => ({ name, ...(icon ? { icon } : {}) });

/** The fields for name and icon. Needs the messages `icons`. @param mark what stands for the icon now */
export function NameFields<Values extends NameValues>({
  form,
  label,
  hint,
  mark,
  replaces,
}: {
  form: ProblemForm<Values>;
  label: string;
  hint?: ReactNode;
  mark: ReactNode;
  replaces?: boolean;
}) {
  const [name, icon] = ['name', 'icon'] as FieldPath<Values>[];
  if (!name || !icon) return null;
  const pick = (text: string) => form.set(icon, text as PathValue<Values, typeof icon>);
  return (
    <>
      <TextField
        {...{ label, hint }}
        autoComplete="off"
        {...form.field(name, { required: true, read: readLine(100) })}
      />
      <Suspense fallback={<Skeleton className="h-24" />}>
        <IconField current={mark} onPick={pick} error={form.errors.icon} replaces={replaces} />
      </Suspense>
    </>
  );
}
